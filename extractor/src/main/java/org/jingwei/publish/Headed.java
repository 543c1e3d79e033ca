package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/** The rows of a library query under the headings of its columns, for whatever form has a row of headings. */
public final class Headed {
    private Headed() {}

    /** The same answer with each column called by its heading; one that is no table as it is. */
    public static Answer in(Language language, LibraryQuery query, Answer answer) {
        return switch (answer) {
            case Answer.Table table -> headed(language, query, table);
            case Answer.Truth truth -> truth;
            case Answer.Statements statements -> statements;
        };
    }

    private static Answer headed(Language language, LibraryQuery query, Answer.Table table) {
        List<Var> headings = table.columns().stream()
                .map(column -> Var.alloc(query.heading(column.getVarName(), language))).toList();
        var rows = new ArrayList<Binding>();
        for (Binding row : table.rows()) {
            var builder = BindingFactory.builder();
            for (int i = 0; i < headings.size(); i++) {
                var value = row.get(table.columns().get(i));
                if (value != null) {
                    builder.add(headings.get(i), value);
                }
            }
            rows.add(builder.build());
        }
        return new Answer.Table(headings, rows);
    }
}
