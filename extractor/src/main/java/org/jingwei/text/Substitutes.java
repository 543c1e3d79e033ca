package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * The same sentence about somebody else: names replaced by others of their kind, from the training text, from the
 * lexicon, and persons who do not exist. What is around a name teaches more when the name is not always the same.
 */
final class Substitutes {
    private static final Cue COMPANY = Cue.of("公司$");
    /** Bodies and institutions, which stand beside other words than companies do. */
    private static final Cue BODY = Cue.of("[局厅委会府院部署校学所社报网台队馆关行处办]$|中心$");
    private static final Cue ADMINISTRATIVE = Cue.of("[省市县州旗盟镇乡村区]$");
    private static final Pattern ZONE = Pattern.compile("(?:开发区|高新区|经开区|新区|园区|保税区|试验区|示范区|合作区|园|城|港|机场)$");
    private static final Pattern CHINESE_PERSON = Pattern.compile("[\\u4e00-\\u9fff]{2,4}");

    private final Map<String, List<String>> ofKind = new TreeMap<>();
    private final List<String> surnames = new ArrayList<>(WordList.read("surnames.txt"));
    private final List<String> given = new ArrayList<>();
    private final Random random;

    Substitutes(List<MarkedSentence> sentences, Lexicon lexicon, long seed) {
        random = new Random(seed);
        Map<String, Set<String>> found = new TreeMap<>();
        Set<String> surnameSet = Set.copyOf(surnames);
        for (MarkedSentence sentence : sentences) {
            for (MarkedSentence.Mark mark : sentence.marks()) {
                String name = mark.span().of(sentence.text());
                mark.label().type().ifPresent(t -> {
                    found.computeIfAbsent(kind(t, name), k -> new TreeSet<>()).add(name);
                    if (t == NameMention.Type.PERSON && name.length() <= 3
                            && surnameSet.contains(name.substring(0, 1))) {
                        given.add(name.substring(1));
                        surnames.add(name.substring(0, 1));
                    }
                });
            }
        }
        lexicon.names().forEach((name, entry) -> {
            if (!entry.common() && name.length() >= 2 && entry.type() != NameMention.Type.PERSON) {
                found.computeIfAbsent(kind(entry.type(), name) + " known", k -> new TreeSet<>()).add(name);
            }
        });
        found.forEach((kind, names) -> ofKind.put(kind, new ArrayList<>(names)));
    }

    private static String kind(NameMention.Type type, String name) {
        return type + " " + switch (type) {
            case PERSON -> CHINESE_PERSON.matcher(name).matches() ? "chinese" : "foreign";
            case ORG -> COMPANY.in(name)
                    ? "company"
                    : BODY.in(name)
                            ? name.substring(name.length() - 1)
                            : "short";
            case PLACE -> {
                var zone = ZONE.matcher(name);
                yield zone.find()
                        ? zone.group()
                        : ADMINISTRATIVE.in(name) && name.length() > 2
                                ? name.substring(name.length() - 1)
                                : "short";
            }
        };
    }

    /** The sentence with most of its names replaced. Projects and events, which may hold names, keep their text. */
    MarkedSentence apply(MarkedSentence sentence) {
        StringBuilder text = new StringBuilder();
        List<MarkedSentence.Mark> marks = new ArrayList<>();
        int at = 0;
        for (MarkedSentence.Mark mark : sentence.marks()) {
            text.append(sentence.text(), at, mark.span().start());
            String name = mark.span().of(sentence.text());
            String other = mark.label().type().isEmpty() || random.nextInt(10) < 2
                    ? name
                    : other(mark.label().type().get(), name);
            int from = text.length();
            text.append(other);
            marks.add(new MarkedSentence.Mark(new Span(from, text.length()), mark.label()));
            at = mark.span().end();
        }
        text.append(sentence.text(), at, sentence.text().length());
        return new MarkedSentence(text.toString(), marks);
    }

    private String other(NameMention.Type type, String name) {
        String kind = kind(type, name);
        if (kind.equals("PERSON chinese") && !given.isEmpty()) {
            return surnames.get(random.nextInt(surnames.size())) + given.get(random.nextInt(given.size()));
        }
        List<String> known = ofKind.get(kind + " known");
        List<String> names = known != null && random.nextInt(2) == 0 ? known : ofKind.get(kind);
        return names.get(random.nextInt(names.size()));
    }
}
