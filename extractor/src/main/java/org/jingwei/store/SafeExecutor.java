package org.jingwei.store;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Jena 6.0.0 fails with "Peek iterator is already empty" where a pattern follows one that matched nothing
 * (apache/jena GH-3763). Such a pattern matches nothing either; it is answered here before TDB2 looks at it.
 */
final class SafeExecutor extends OpExecutorTDB2 {
    private SafeExecutor(ExecutionContext context) {
        super(context);
    }

    /** Every query over this TDB2 dataset from now on. */
    static void install(DatasetGraph tdb) {
        QC.setFactory(tdb.getContext(), SafeExecutor::new);
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        return pattern(op) && !input.hasNext() ? QueryIterNullIterator.create(execCxt) : super.exec(op, input);
    }

    /** A path is followed only as long as its query may run. */
    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new QueryIterPath(path.getTriplePath(), input, ExecutionContext.copyChangeActiveGraph(execCxt,
                new StoppableGraph(execCxt.getActiveGraph(), execCxt)));
    }

    private static boolean pattern(Op op) {
        return op instanceof OpQuadPattern || op instanceof OpBGP
                || op instanceof OpFilter filter && pattern(filter.getSubOp());
    }
}
