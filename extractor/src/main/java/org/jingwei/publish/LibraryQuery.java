package org.jingwei.publish;

import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.jingwei.rdf.Iris;

/**
 * A question with a name.
 *
 * @param name       its path below the library without {@code .rq}: {@code events/timeline}
 * @param summary    one line
 * @param questions  the question as people ask it, by language tag; may be empty
 * @param tags       topics
 * @param parameters what may be given, in the order of the header
 * @param needsOne   names of parameters of which at least one must be given, as the answer would be everything without;
 *                   may be empty
 * @param headings   of the columns, by the name of the variable; a column may have none
 * @param text       the file as it is
 * @param query      the same, parsed
 */
public record LibraryQuery(String name, String summary, Map<String, String> questions, List<String> tags,
        List<QueryParameter> parameters, List<String> needsOne, Map<String, Bilingual> headings, String text,
        Query query) {
    public LibraryQuery {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        needsOne = List.copyOf(needsOne);
    }

    /** The same question to a store whose IRIs are below another base: it moves in the whole text. */
    LibraryQuery below(Iris iris) {
        if (iris.base().equals(Iris.DEFAULT_BASE)) {
            return this;
        }
        String moved = text.replace(Iris.DEFAULT_BASE, iris.base());
        return new LibraryQuery(name, summary, questions, tags, parameters, needsOne, headings, moved,
                QueryFactory.create(moved, query.getSyntax()));
    }

    /** The question in both languages, the summary where one is missing. */
    Bilingual question() {
        return new Bilingual(questions.getOrDefault("en", summary),
                questions.getOrDefault("zh", questions.getOrDefault("zh-Hans", summary)));
    }

    /** Of a column; its own name where the header gives none. */
    public String heading(String column, Language language) {
        Bilingual heading = headings.get(column);
        return heading == null ? column : heading.in(language);
    }
}
