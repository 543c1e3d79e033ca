package org.jingwei.publish;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.TDB2;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;

/**
 * The questions that come with the program: {@code queries/<topic>/<question>.rq}, plain SPARQL with a header that
 * states the question, its tags and its parameters. Any file of that form can be asked as well.
 */
public final class QueryLibrary {
    static {
        JenaSystem.init();
    }

    private static final String FOLDER = "queries";
    private static final String EXTENSION = ".rq";
    private static final String FROM = "from";
    private static final String TO = "to";
    /** Bound to the tag of the language that labels are wanted in; no query declares it. */
    private static final Var LANGUAGE = Var.alloc("_lang");
    /** Bound to the tag of the language that names of regions, indicators and units are wanted in; Chinese if none is. */
    private static final Var NAMES = Var.alloc("_names");

    private final SortedMap<String, LibraryQuery> queries;

    private QueryLibrary(SortedMap<String, LibraryQuery> queries) {
        this.queries = Collections.unmodifiableSortedMap(queries);
    }

    /** The library in the program's own resources, packed in a jar or not. */
    public static QueryLibrary load() {
        var queries = new TreeMap<String, LibraryQuery>();
        try {
            for (URL folder : Collections.list(QueryLibrary.class.getClassLoader().getResources(FOLDER))) {
                URI uri = folder.toURI();
                if (uri.getScheme().equals("jar")) {
                    // A file system of our own: the shared one may be open, or be closed, under another's hands.
                    Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceFirst("!/.*", "")));
                    try (FileSystem files = FileSystems.newFileSystem(jar)) {
                        read(files.getPath(FOLDER), queries);
                    }
                } else {
                    read(Path.of(uri), queries);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new PublishException("The query library cannot be read: " + e.getMessage(),
                    "Build the program anew: the installation is damaged.", e);
        }
        return new QueryLibrary(queries);
    }

    private static void read(Path folder, Map<String, LibraryQuery> queries) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(EXTENSION)).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                String name = path.substring(0, path.length() - EXTENSION.length());
                queries.put(name, parse(name, FOLDER + "/" + path, Files.readString(file)));
            }
        }
    }

    /** The same questions to stores below another base, for who sends their texts. */
    QueryLibrary below(Iris iris) {
        var moved = new TreeMap<String, LibraryQuery>();
        queries.forEach((name, query) -> moved.put(name, query.below(iris)));
        return new QueryLibrary(moved);
    }

    /** All queries, by name. */
    public Collection<LibraryQuery> all() {
        return queries.values();
    }

    /** By full name, or by its last part where that names one only. */
    public Optional<LibraryQuery> named(String name) {
        LibraryQuery exact = queries.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<LibraryQuery> last = queries.values().stream().filter(q -> q.name().endsWith("/" + name)).toList();
        return last.size() == 1 ? Optional.of(last.getFirst()) : Optional.empty();
    }

    /** What {@code jingwei query X} means: a query of the library, or else a file. */
    public LibraryQuery find(String nameOrFile) {
        return named(nameOrFile).orElseGet(() -> {
            Path file = Path.of(nameOrFile);
            if (Files.isRegularFile(file)) {
                return file(file);
            }
            throw new PublishException("There is no query \"" + nameOrFile + "\", in the library or as a file.",
                    "Give one of: " + String.join(", ", queries.keySet()) + "; or a path to a SPARQL file.");
        });
    }

    /** A query in a file, with or without header. */
    public static LibraryQuery file(Path file) {
        try {
            String base = file.getFileName().toString();
            String name = base.endsWith(EXTENSION) ? base.substring(0, base.length() - EXTENSION.length()) : base;
            return parse(name, file.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new PublishException("[" + file + "] is not a text in UTF-8.", "Give a SPARQL query in UTF-8.", e);
        } catch (IOException e) {
            throw new PublishException("[" + file + "] cannot be read: " + e, "Give a file that you may read.", e);
        }
    }

    static LibraryQuery parse(String name, String file, String text) {
        Map<String, Object> header = QueryHeader.read(file, text);
        Query query;
        try {
            query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            throw new PublishException("[" + file + "] is not a SPARQL 1.1 query: " + e.getMessage().strip(),
                    "Correct the query at the place named.", e);
        }
        return new LibraryQuery(name, string(header.get("summary"), name), questions(header.get("question")),
                strings(header.get("tags")), parameters(file, header.get("parameters")),
                strings(header.get("needs-one")),
                headings(query, header.get("columns"), header.get("columns-en")), text, query);
    }

    private static Map<String, String> questions(Object value) {
        var questions = new LinkedHashMap<String, String>();
        if (value instanceof Map<?, ?> byLanguage) {
            byLanguage.forEach((language, question) -> questions.put((String) language, string(question, "")));
        } else if (value != null) {
            questions.put("en", string(value, ""));
        }
        return Collections.unmodifiableMap(questions);
    }

    private static List<QueryParameter> parameters(String file, Object value) {
        var parameters = new ArrayList<QueryParameter>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map) || !(map.get("name") instanceof String name)) {
                    throw new PublishException("[" + file + "] a parameter has no name.",
                            "Write each as \"- name: NAME\" with type, default, choices and description below.");
                }
                String type = string(map.get("type"), "string");
                parameters.add(new QueryParameter(name.replaceFirst("^_", ""),
                        QueryParameter.Type.named(type).orElseThrow(() -> new PublishException(
                                "[" + file + "] the parameter " + name + " is of the unknown type " + type + ".",
                                "Use one of string, iri, integer, decimal, boolean, date, year, time, period, place.")),
                        Optional.ofNullable(map.get("default")).map(d -> string(d, "")).filter(d -> !d.isEmpty()),
                        strings(map.get("choices")), new Bilingual(string(map.get("description"), ""),
                                string(map.get("description-zh"), "")),
                        string(map.get("required"), "false").equals("true")));
            }
        }
        return parameters;
    }

    /** An English heading is that of {@code columns-en}, or else the words of the variable: {@code partOf}, part of. */
    private static Map<String, Bilingual> headings(Query query, Object chinese, Object english) {
        var headings = new LinkedHashMap<String, Bilingual>();
        if (query.isSelectType()) {
            for (String column : query.getResultVars()) {
                String words = column.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
                headings.put(column, new Bilingual(heading(english, column, words), heading(chinese, column, "")));
            }
        }
        return Collections.unmodifiableMap(headings);
    }

    private static String heading(Object headings, String column, String otherwise) {
        return headings instanceof Map<?, ?> map ? string(map.get(column), otherwise) : otherwise;
    }

    private static String string(Object value, String otherwise) {
        return value instanceof String text && !text.isEmpty() ? text : otherwise;
    }

    private static List<String> strings(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(item -> string(item, "")).filter(s -> !s.isEmpty()).toList();
            case String text when !text.isEmpty() -> List.of(text);
            default -> List.of();
        };
    }

    /**
     * Asks a store, over the union of its named graphs. The standard base in the query stands for that of the store.
     *
     * @param values of parameters, by their names; others take their defaults or stay unbound
     */
    public static Answer run(LibraryQuery query, KnowledgeStore store, Map<String, String> values) {
        return run(query, store, values, Manner.PLAIN);
    }

    /**
     * How a question is asked.
     *
     * @param language of headings, of the labels of code lists, and of the names of regions, indicators and units where
     *                 they have one in it; none for the names of the variables, with English labels and Chinese names
     * @param offset   rows left out at the start
     * @param rows     most rows wanted; none for all
     * @param limits   beyond which an answer is refused
     * @param timeout  none for no end
     * @param begun    is given what runs before it does, to be able to stop it
     */
    public record Manner(Optional<Language> language, long offset, Optional<Long> rows, Answer.Limits limits,
            Optional<Duration> timeout, Consumer<QueryExec> begun) {
        /** Everything, with the names of the variables. */
        public static final Manner PLAIN = new Manner(Optional.empty(), 0, Optional.empty(), Answer.Limits.NONE,
                Optional.empty());

        /** As the other, where nobody is to stop it. */
        public Manner(Optional<Language> language, long offset, Optional<Long> rows, Answer.Limits limits,
                Optional<Duration> timeout) {
            this(language, offset, rows, limits, timeout, execution -> {});
        }

        public Manner in(Optional<Language> other) {
            return new Manner(other, offset, rows, limits, timeout, begun);
        }

        public Manner with(Optional<Long> mostRows) {
            return new Manner(language, offset, mostRows, limits, timeout, begun);
        }
    }

    /**
     * As {@link #run(LibraryQuery, KnowledgeStore, Map)}, in this manner. The columns keep the names of their variables.
     *
     * @throws Answer.TooLarge where the answer is beyond the limits
     */
    public static Answer run(LibraryQuery query, KnowledgeStore store, Map<String, String> values, Manner manner) {
        check(query, values);
        TextSearch.prepare(query.text(), store);
        return runReady(query, store, values, manner);
    }

    /**
     * As the other, without waiting for a search that is not ready.
     *
     * @throws PublishException caused by {@link TextQuery.Refused} where the question needs it
     */
    static Answer runReady(LibraryQuery query, KnowledgeStore store, Map<String, String> values, Manner manner) {
        check(query, values);
        Query asked = part(query.below(store.iris()).query(), manner);
        return store.read(dataset -> {
            Map<Var, Node> terms = terms(query, values, new Places(dataset, store.iris()), manner);
            var builder = QueryExec.dataset(dataset).query(asked).set(TDB2.symUnionDefaultGraph, true);
            TextSearch.of(store).forEach(builder::set);
            terms.forEach(builder::substitution);
            manner.timeout().ifPresent(time -> builder.timeout(time.toMillis(), TimeUnit.MILLISECONDS));
            try (QueryExec execution = builder.build()) {
                manner.begun().accept(execution);
                return Answer.of(execution, asked, manner.limits());
            } catch (QueryCancelledException e) {
                throw new PublishException("The query " + query.name() + " took too long and was stopped.",
                        "Ask for less: give more parameters.", e);
            } catch (QueryException e) {
                throw new PublishException("The query " + query.name() + " failed: " + e.getMessage(),
                        "Correct the query.", e);
            }
        });
    }

    /**
     * A question as text, with the values given in the places of its parameters, for people to read and change.
     *
     * @throws RefusedValue when a value is none that its parameter can have
     */
    static String text(LibraryQuery query, KnowledgeStore store, Map<String, String> values, Manner manner) {
        check(query, values);
        LibraryQuery below = query.below(store.iris());
        return store.read(dataset -> QueryText.of(below.text(),
                terms(query, values, new Places(dataset, store.iris()), manner)));
    }

    /** Whether the question needs the search of the store. */
    public static boolean searches(LibraryQuery query) {
        return TextSearch.isUsed(query.text());
    }

    private static Query part(Query whole, Manner manner) {
        if (manner.offset() == 0 && manner.rows().isEmpty()) {
            return whole;
        }
        Query part = whole.cloneQuery();
        long skipped = part.hasOffset() ? part.getOffset() : 0;
        long left = part.hasLimit() ? Math.max(0, part.getLimit() - manner.offset()) : Long.MAX_VALUE;
        part.setOffset(skipped + manner.offset());
        long rows = Math.min(left, manner.rows().orElse(Long.MAX_VALUE));
        if (rows < Long.MAX_VALUE) {
            part.setLimit(rows);
        }
        return part;
    }

    /** The variables that values, defaults and the language give, as terms. Inside a read transaction. */
    private static Map<Var, Node> terms(LibraryQuery query, Map<String, String> values, Places places,
            Manner manner) {
        var terms = new LinkedHashMap<Var, Node>();
        query.parameters().forEach(parameter -> Optional.ofNullable(values.get(parameter.name()))
                .or(parameter::defaultValue)
                .ifPresent(value -> terms.put(Var.alloc(parameter.variable()), parameter.term(value, places))));
        // Bound in any case: a filter on a variable without value would be kept for the end, after every label was read.
        terms.put(LANGUAGE, NodeFactory.createLiteralString(manner.language().orElse(Language.EN).tag()));
        terms.put(NAMES, NodeFactory.createLiteralString(manner.language().orElse(Language.ZH).tag()));
        return terms;
    }

    /**
     * Refuses names and values that make no sense, as far as that can be seen without a store.
     *
     * @throws PublishException that says which and what to give
     */
    static void check(LibraryQuery query, Map<String, String> values) {
        var known = query.parameters().stream().map(QueryParameter::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new PublishException("The query " + query.name() + " has no parameter \"" + name + "\".",
                        known.isEmpty() ? "Leave it out." : "It has: " + String.join(", ", known) + ".");
            }
        }
        query.parameters().stream().filter(p -> p.required() && !values.containsKey(p.name())).findFirst()
                .ifPresent(p -> {
                    throw new PublishException("The query " + query.name() + " needs the parameter " + p.name() + ".",
                            "Give it: " + p.description().en() + ".");
                });
        if (!query.needsOne().isEmpty() && query.needsOne().stream().noneMatch(values::containsKey)) {
            String one = String.join(" or ", query.needsOne());
            throw new PublishException("The query " + query.name() + " needs the parameter " + one
                    + ": without it the answer would be everything there is.", "Give " + one + ".");
        }
        query.parameters().forEach(parameter -> Optional.ofNullable(values.get(parameter.name()))
                .ifPresent(parameter::term));
        order(query, values);
    }

    /** What ends before it begins holds nothing. */
    private static void order(LibraryQuery query, Map<String, String> values) {
        String from = values.get(FROM);
        String to = values.get(TO);
        if (from != null && to != null && query.parameters().stream()
                .filter(p -> p.type() == QueryParameter.Type.TIME).map(QueryParameter::name).toList()
                .containsAll(List.of(FROM, TO))
                && QueryParameter.days(from).orElseThrow().first()
                        .isAfter(QueryParameter.days(to).orElseThrow().last())) {
            throw new RefusedValue("The time from " + from + " to " + to + " ends before it begins.",
                    "Give the earlier one as from.");
        }
    }
}
