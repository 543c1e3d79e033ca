package org.jingwei.store;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jingwei.rdf.Iris;

/** A name or a sentence as the index has it, and back. */
final class SearchDocuments {
    static final String KIND = "kind";
    static final String NAME = "name";
    static final String SENTENCE = "sentence";
    /** Of a name: what it says of what. */
    static final String STATEMENT = "statement";
    /** Of a sentence: the key of its article. */
    static final String ARTICLE = "article";
    /** Of a name: all of it, without white space. */
    static final String WHOLE = "whole";
    static final String PROPERTY = "property";
    static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String LANGUAGE = "language";
    private static final String LENGTH = "length";
    private static final String SHARED = "shared";
    private static final String DAY = "day";
    private static final int MOST_OF_A_NAME = 300;

    /** The shortest name first; of two the one that all articles share, then by what it names. Never by chance. */
    static final Sort NAMES = new Sort(new SortField(LENGTH, SortField.Type.INT),
            new SortField(SHARED, SortField.Type.INT), new SortField(SUBJECT, SortField.Type.STRING),
            new SortField(STATEMENT, SortField.Type.STRING));
    /** The latest first; of one day by article and place in it. */
    static final Sort SENTENCES = new Sort(new SortField(DAY, SortField.Type.STRING, true),
            new SortField(SUBJECT, SortField.Type.STRING));

    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        WORDS.setTokenized(true);
        WORDS.setOmitNorms(true);
        WORDS.freeze();
    }

    private final SearchSource source;
    private final SearchFold fold;

    SearchDocuments(Iris iris, SearchFold fold) {
        this.source = new SearchSource(iris);
        this.fold = fold;
    }

    SearchSource source() {
        return source;
    }

    /** What stands for a name in the index. */
    static String statement(Triple name) {
        var hash = new StatementSum();
        hash.plus(Quad.create(Quad.unionGraph, name));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(16).putLong(hash.high()).putLong(hash.low()).array());
    }

    Document name(Triple name) {
        Node object = name.getObject();
        String folded = fold.of(object.getLiteralLexicalForm());
        String statement = statement(name);
        Document document = text(NAME, name.getSubject(), name.getPredicate(), object.getLiteralLexicalForm(), folded);
        document.add(new StringField(STATEMENT, statement, Field.Store.NO));
        document.add(new SortedDocValuesField(STATEMENT, new BytesRef(statement)));
        document.add(new StringField(WHOLE, beginning(SearchFold.dense(folded)), Field.Store.NO));
        document.add(new NumericDocValuesField(SHARED, source.isOfAnArticle(name.getSubject()) ? 1 : 0));
        if (!object.getLiteralLanguage().isEmpty()) {
            document.add(new StoredField(LANGUAGE, object.getLiteralLanguage()));
        }
        if (object.getLiteralLanguage().startsWith("en")) {
            document.add(new Field(SearchAnalyzer.STEMS, folded, WORDS));
        }
        return document;
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= MOST_OF_A_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_OF_A_NAME));
    }

    Document sentence(String key, SearchSource.Sentence sentence, String day) {
        Document document = text(SENTENCE, sentence.span(), SearchSource.EXACT, sentence.exact(),
                fold.of(sentence.text()));
        document.add(new StringField(ARTICLE, key, Field.Store.NO));
        document.add(new SortedDocValuesField(DAY, new BytesRef(day)));
        return document;
    }

    private static Document text(String kind, Node subject, Node property, String exact, String folded) {
        var document = new Document();
        document.add(new StringField(KIND, kind, Field.Store.NO));
        document.add(new StringField(SUBJECT, subject.getURI(), Field.Store.YES));
        document.add(new SortedDocValuesField(SUBJECT, new BytesRef(subject.getURI())));
        document.add(new StringField(PROPERTY, property.getURI(), Field.Store.YES));
        document.add(new StoredField(TEXT, exact));
        document.add(new Field(SearchAnalyzer.WORDS, folded, WORDS));
        int length = SearchFold.length(folded);
        document.add(new NumericDocValuesField(LENGTH, length));
        document.add(new StoredField(LENGTH, length));
        return document;
    }

    static final Set<String> SHOWN = Set.of(SUBJECT, PROPERTY, TEXT, LANGUAGE, LENGTH);

    /** @param asked how many characters were asked for */
    static SearchHit hit(Document document, int asked) {
        String language = document.get(LANGUAGE);
        String text = document.get(TEXT);
        int length = Math.max(1, document.getField(LENGTH).numericValue().intValue());
        return new SearchHit(NodeFactory.createURI(document.get(SUBJECT)),
                NodeFactory.createURI(document.get(PROPERTY)),
                language == null
                        ? NodeFactory.createLiteralString(text)
                        : NodeFactory.createLiteralLang(text, language),
                Math.min(1.0, (double) asked / length));
    }
}
