package org.jingwei.publish;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;

/** Writes the facts of a store as tables, one a topic, article by article in the order of their keys. */
public final class TableExporter {
    private final Iris iris;
    private final Exporter exporter;

    public TableExporter(Iris iris, Exporter.Progress progress) {
        this.iris = iris;
        this.exporter = new Exporter(iris, progress);
    }

    /**
     * One topic as CSV.
     *
     * @param mark whether a byte order mark leads, by which Excel knows UTF-8
     */
    public void csv(DatasetGraph dataset, Selection selection, Topic topic, TableLanguage language, boolean mark,
            OutputStream out) {
        write(dataset, selection, List.of(topic), language, new CsvTable(out, mark));
    }

    /** The topics of the selection as XLSX, a sheet each; all where it names none. */
    public void xlsx(DatasetGraph dataset, Selection selection, TableLanguage language, OutputStream out) {
        List<Topic> topics = selection.topics().isEmpty()
                ? List.of(Topic.values())
                : selection.topics().stream().sorted().toList();
        try (var table = new XlsxTable(out)) {
            write(dataset, selection, topics, language, table);
        }
    }

    /** One pass for each topic: a file holds one table behind the other. */
    private void write(DatasetGraph dataset, Selection selection, List<Topic> topics, TableLanguage language,
            TableWriter to) {
        for (Topic topic : topics) {
            to.table(TopicTable.title(topic, language), TopicTable.headings(topic, language));
            var table = new TopicTable(topic, new Labels(dataset, iris, language));
            exporter.articles(dataset, selection,
                    view -> table.rows(view, selection.facts(topic, view), to::row));
        }
        to.finish();
    }
}
