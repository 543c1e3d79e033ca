package org.jingwei.fact;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * What may stand between a speaker's name and the words: when, where and to whom it is said, and a word of saying. 的妻子
 * or 的研究 may not: then somebody or something else speaks.
 */
final class SpeechFrames {
    /** Longer than any such frame. */
    private static final int LONGEST = 60;
    private static final String NEXT = "[^，。；！？：“”\\n]";
    private static final String ADVERBS = "(?:[（(][^（）()]{1,40}[)）]|先生|女士|博士|教授|昨[天日]|今[天日]|前[天日]|当[天日]|[\\d年月日时分上下中午晚]++|日前|近日|随后"
            + "|还|也|则|又|均|都|曾|再次|再|进一步|同时|就此|坦率地|高兴地|兴奋地|激动地|自豪地|笑着|明确|公开|特别|一再|反复|此前"
            + "|(?:在)?接受" + NEXT + "{1,24}(?:采访|专访|访问|提问)时|在" + NEXT + "{1,24}(?:时|上|中|后|会|间|里|致辞|致词|发言)"
            + "|(?:对|向|与|跟)" + NEXT + "{1,14}?|发[表布]声明|介绍时|致辞时|开幕致辞时){0,6}";
    /** Who speaks for an organisation or place without being named. */
    private static final String SPOKESMAN = "(?:(?:的)?(?:有关|相关|主要)?(?:部门)?(?:新闻)?(?:负责人|负责同志|发言人|方面))";

    private final Frames ofPerson;
    private final Frames ofOrganisation;
    private final Frames ofPlace;
    /** Any word of saying, or a colon, before the marks: what stands in them has a speaker already, named or not. */
    private final Pattern introduced;
    private final Pattern saying;

    private record Frames(Pattern before, Pattern behind, Pattern opening) {}

    SpeechFrames() {
        String verb = "(?:" + Words.lines("speech-verbs.txt").stream()
                .sorted(Comparator.comparingInt((String v) -> -v.length()).thenComparing(v -> v))
                .collect(Collectors.joining("|")) + "|告诉" + NEXT + "{1,14}?)";
        ofPerson = frames("", verb);
        ofOrganisation = frames(SPOKESMAN + "?", verb);
        ofPlace = frames(SPOKESMAN, verb);
        introduced = Pattern.compile("(?:" + verb + "(?:道|说)?[：:，,]?|[：:])\\s*$");
        saying = Pattern.compile(verb + "[，：:,]");
    }

    private static Frames frames(String spokesman, String verb) {
        String gap = "^" + spokesman + ADVERBS + verb + "(?:了|着|道|说)?";
        return new Frames(Pattern.compile(gap + "(?<mark>[：:，,]?)\\s*$"),
                Pattern.compile(gap + "(?=[，。；：,;:)）\\n]|$)"), Pattern.compile(gap + "[，,]"));
    }

    private Frames of(Type type) {
        return switch (type) {
            case PERSON -> ofPerson;
            case ORG -> ofOrganisation;
            case PLACE -> ofPlace;
        };
    }

    boolean introduced(String before) {
        return introduced.matcher(before).find();
    }

    /**
     * @param between from the end of the name to the opening mark
     * @return the punctuation mark between; empty when the name does not introduce the words
     */
    Optional<String> before(NameMention name, String between) {
        Matcher m = of(name.type()).before().matcher(between);
        return between.length() <= LONGEST && m.matches() ? Optional.of(m.group("mark")) : Optional.empty();
    }

    /**
     * @param behind what follows the name
     * @return length of what says that the name said the words before; empty when nothing does
     */
    Optional<Integer> behind(NameMention name, String behind) {
        Matcher m = of(name.type()).behind().matcher(cut(behind));
        return m.find() ? Optional.of(m.end()) : Optional.empty();
    }

    /** Whether a sentence of reported speech begins here that nobody else interrupts: 甲说，…，“…”. */
    boolean opens(NameMention name, String between) {
        Matcher m = of(name.type()).opening().matcher(cut(between));
        return m.find() && !saying.matcher(between.substring(m.end())).find();
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
