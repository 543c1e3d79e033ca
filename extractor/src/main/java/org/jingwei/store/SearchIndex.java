package org.jingwei.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * The Lucene index of a store's names and sentences. Each commit of it carries the mark of the store that it is of. One
 * thread writes; any number search.
 */
final class SearchIndex implements AutoCloseable {
    private static final String MARK = "jingwei-mark";
    private static final String FORMAT = "jingwei-format";
    /** Another number whenever texts are folded, parted or kept in another way. */
    private static final String THIS_FORMAT = "1 " + Version.LATEST;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearchDocuments documents;

    private SearchIndex(FSDirectory directory, SearchAnalyzer analyzer, SearchDocuments documents) throws IOException {
        this.directory = directory;
        this.documents = documents;
        var config = new IndexWriterConfig(analyzer);
        config.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, null);
    }

    /** Makes the index there is ready, or an empty one. Damage is an IOException or a RuntimeException. */
    static SearchIndex open(Path folder, SearchAnalyzer analyzer, SearchDocuments documents) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        boolean open = false;
        try {
            if (DirectoryReader.indexExists(directory)) {
                try (DirectoryReader reader = DirectoryReader.open(directory)) {
                    for (LeafReaderContext leaf : reader.leaves()) {
                        leaf.reader().checkIntegrity();
                    }
                }
            }
            var index = new SearchIndex(directory, analyzer, documents);
            open = true;
            return index;
        } finally {
            if (!open) {
                directory.close();
            }
        }
    }

    /** As {@link #mark} of the index in a folder, which is checked for damage and not changed. */
    static Optional<SearchMark> markIn(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            Map<String, String> data = reader.getIndexCommit().getUserData();
            return THIS_FORMAT.equals(data.get(FORMAT)) ? SearchMark.parse(data.get(MARK)) : Optional.empty();
        }
    }

    /** Of the store that it is of; none for one that is empty or of another form. */
    Optional<SearchMark> mark() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return THIS_FORMAT.equals(data.get(FORMAT)) ? SearchMark.parse(data.get(MARK)) : Optional.empty();
    }

    /** Whether something is in it. */
    boolean isEmpty() {
        return writer.getDocStats().maxDoc == 0;
    }

    /**
     * Brings in what a batch changed, from the store behind the batch.
     *
     * @param from the mark of the store in front of the batch
     * @throws IllegalStateException when the index is not of that state
     */
    void follow(SearchChange change, SearchMark from, DatasetGraph now) throws IOException {
        if (!mark().equals(Optional.of(from))) {
            throw new IllegalStateException("it is not of the state in front of the batch");
        }
        IndexSearcher before = searchers.acquire();
        try {
            for (var name : change.names()) {
                var term = new Term(SearchDocuments.STATEMENT, SearchDocuments.statement(name));
                boolean known = holds(before, term);
                boolean wanted = SearchSource.holds(now, name);
                if (known && !wanted) {
                    writer.deleteDocuments(term);
                } else if (wanted && !known) {
                    writer.addDocument(documents.name(name));
                }
            }
            for (String key : change.articles()) {
                var term = new Term(SearchDocuments.ARTICLE, key);
                if (before.getIndexReader().docFreq(term) > 0) {
                    writer.deleteDocuments(term);
                }
                sentences(key, now);
            }
        } finally {
            searchers.release(before);
        }
        commit(from.plus(change.step()));
    }

    private static boolean holds(IndexSearcher searcher, Term term) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            PostingsEnum found = reader.postings(term, PostingsEnum.NONE);
            while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (reader.getLiveDocs() == null || reader.getLiveDocs().get(found.docID())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void sentences(String key, DatasetGraph now) throws IOException {
        SearchSource.Sentences sentences = documents.source().sentences(now, key);
        for (SearchSource.Sentence sentence : sentences.all()) {
            writer.addDocument(documents.sentence(key, sentence, sentences.day()));
        }
    }

    /**
     * Begins anew with all there is in the store. What is made is kept with its last step; without it, {@link #close}
     * leaves the index that there was before, whose mark is another or none.
     *
     * @param articles keys of those that have sentences
     * @param stop     asked before each text and each article whether to go no further
     * @throws CancellationException when that is so
     */
    void rebuild(Iterable<String> articles, SearchMark mark, DatasetGraph now, BooleanSupplier stop)
            throws IOException {
        writer.deleteAll();
        SearchSource source = documents.source();
        var shared = new HashSet<String>();
        for (Node property : source.names()) {
            var quads = now.find(Node.ANY, Node.ANY, property, Node.ANY);
            while (quads.hasNext()) {
                goOn(stop);
                var quad = quads.next();
                // What belongs to one article is named in one graph; all others in as many as mention it.
                if (source.isName(quad) && (source.isOfAnArticle(quad.getSubject())
                        || shared.add(SearchDocuments.statement(quad.asTriple())))) {
                    writer.addDocument(documents.name(quad.asTriple()));
                }
            }
        }
        for (String key : articles) {
            goOn(stop);
            sentences(key, now);
        }
        commit(mark);
    }

    private static void goOn(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private void commit(SearchMark mark) throws IOException {
        writer.setLiveCommitData(Map.of(MARK, mark.toString(), FORMAT, THIS_FORMAT).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /**
     * The first {@code most} in this order.
     *
     * @param asked how many characters were asked for
     */
    List<SearchHit> find(Query query, Sort order, int most, int asked) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            var hits = new ArrayList<SearchHit>();
            var stored = searcher.storedFields();
            for (ScoreDoc found : searcher.search(query, most, order).scoreDocs) {
                hits.add(SearchDocuments.hit(stored.document(found.doc, SearchDocuments.SHOWN), asked));
            }
            return hits;
        } finally {
            searchers.release(searcher);
        }
    }

    /** Gives up what was not committed, and the files. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
