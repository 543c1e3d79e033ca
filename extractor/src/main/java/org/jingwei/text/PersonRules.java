package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/** Persons, in firm company only: behind a title, in front of a verb of saying, in a reporters' line, next to 出资. */
final class PersonRules {
    private static final Set<String> SURNAMES = WordList.read("surnames.txt");
    /** Titles that 为 or 是 may part from the name. */
    private static final Set<String> HOLDER = Set.of("法定代表人", "法人代表", "实际控制人", "实控人", "董事长");
    private static final WordSet TITLES = new WordSet(WordList.read("titles.txt"));
    private static final String SAYING = "表示|介绍|认为|指出|透露|告诉|坦言|称|说|强调|解释|分析|直言|预计|预测|坦承|回应|补充|提醒|建议|呼吁|在接受|接受|在会上|在致辞|致辞|主持|出席|宣布|会见|率队|带队|一行|带领|致信|签署|担任|当选|任职|辞去|认购|出资|持有|持股|作(?:主旨|主题|专题|工作|交流|典型|书面|重点|报告|发言|介绍|致辞|说明|讲话)";
    /** What can stand behind a person's name; a given name does not run into it. */
    private static final Pattern BEHIND = Pattern.compile("(?:" + SAYING
            + "|[，。、；：！？,;:()（）《》“”\"\\s与和及等在对向为将的也还则从就以出因曾是同就作到了率调会主一介告]|今天|昨天|共同|分别|合计|拟|各|于|担|日前|近日|先生|女士|博士|教授|院士|$)");
    private static final Pattern SPEAKS = Pattern.compile("(?:" + SAYING + ")");
    private static final Pattern HONORIFIC = Pattern.compile("先生|女士|小姐|某|总(?![\\u4e00-\\u9fff])");
    private static final Pattern POLITE = Pattern.compile(".(?:先生|女士|小姐|太太|某+|氏|总|们|老师|大爷|大妈|阿姨)|[老小].");
    private static final Pattern BYLINE = Pattern.compile("[电讯](?:消息)?\\s*[(（]([\\u4e00-\\u9fff]{2,3})[)）]");
    private static final Pattern REPORTERS = Pattern.compile("(?:记者|通讯员|编辑|摄影|作者|责编|责任编辑)[：:]?\\s*");
    private static final Pattern LATIN = Pattern.compile("[(（][A-Z][A-Za-z.·\\- ]{2,40}[)）]");
    private static final Pattern FOREIGN = Pattern
            .compile("[\\u4e00-\\u9fff]{1,6}(?:[·•][\\u4e00-\\u9fff]{1,8}){1,3}|[\\u4e00-\\u9fff]{2,7}");

    private static final Pattern PUTS = Pattern.compile("(?:出资|认购|持股|持有|认缴|以现金|以货币)|、|共同|先生|女士");
    private static final Pattern EDITOR = Pattern.compile("编辑|作者");

    /** Whether this is a surname and a form of address only (王先生, 李某, 老张): nobody in particular. */
    static boolean polite(String name) {
        return POLITE.matcher(name).matches();
    }

    List<Candidate> find(Passage p) {
        List<Candidate> found = new ArrayList<>();
        titled(p, found);
        speakers(p, found);
        reporters(p, found);
        investors(p, found);
        bylines(p, found);
        return found;
    }

    private static void add(List<Candidate> found, int from, int to, String rule) {
        found.add(new Candidate(new Span(from, to), NameMention.Type.PERSON, rule, Candidate.FIRM));
    }

    /** The end of a Chinese name of two or three (four) characters at {@code from}; -1 when there is none. */
    static int chinese(Passage p, int from) {
        int given = from + (from + 2 <= p.end() && SURNAMES.contains(p.sub(from, from + 2))
                ? 2
                : SURNAMES.contains(String.valueOf(p.charAt(from))) ? 1 : 0);
        if (given == from) {
            return -1;
        }
        if (HONORIFIC.matcher(p.text).region(given, p.end()).lookingAt()) {
            return -1;
        }
        int longest = given;
        while (longest < given + 2 && givenName(p.charAt(longest))) {
            longest++;
        }
        if (longest == given) {
            return -1;
        }
        if (longest == given + 2 && behind(p, given + 2) && !(behindWord(p, given + 1))) {
            return given + 2;
        }
        if (behind(p, given + 1)) {
            return given + 1;
        }
        return longest == given + 2 && behind(p, given + 2) ? given + 2 : -1;
    }

    private static boolean givenName(char c) {
        return Passage.han(c) && "的了在是和与及等也将对向从由为以于某说称任率".indexOf(c) < 0;
    }

    private static boolean behind(Passage p, int i) {
        return i >= p.end() || BEHIND.matcher(p.text).region(i, p.end()).lookingAt();
    }

    /** Whether a whole word of saying, not only a single character that could end a given name, stands at {@code i}. */
    private static boolean behindWord(Passage p, int i) {
        Matcher m = SPEAKS.matcher(p.text).region(i, p.end());
        return m.lookingAt() && m.group().length() >= 2;
    }

    private void titled(Passage p, List<Candidate> found) {
        for (int i = p.start(); i < p.end();) {
            String title = TITLES.startingAt(p.text, i, p.end());
            if (title == null) {
                i++;
                continue;
            }
            i += title.length();
            int from = i;
            if (from < p.end() && TITLES.startingAt(p.text, from, p.end()) != null) {
                continue;
            }
            if (HOLDER.contains(title) && "为是".indexOf(p.charAt(from)) >= 0) {
                from++;
            }
            while (from < p.end()
                    && (p.charAt(from) == ' ' || p.charAt(from) == '：' && EDITOR.matcher(title).matches())) {
                from++;
            }
            int to = chinese(p, from);
            if (to < 0) {
                to = foreign(p, from);
            }
            if (to > 0 && plausible(p, from, to)) {
                add(found, from, to, "title-name");
                followers(p, to, found);
            }
        }
    }

    /** A、B和C behind one title. */
    private void followers(Passage p, int end, List<Candidate> found) {
        int from = end;
        while (from < p.end() && "、和与及".indexOf(p.charAt(from)) >= 0) {
            int to = chinese(p, from + 1);
            Token token = p.token(from + 1);
            if (to < 0 || token == null || !token.tag().startsWith("nr")) {
                return;
            }
            add(found, from + 1, to, "title-names");
            from = to;
        }
    }

    /** A transliterated name behind a title: with a middle dot, with its Latin spelling, or known to HanLP as one. */
    private static int foreign(Passage p, int from) {
        Matcher m = FOREIGN.matcher(p.text).region(from, p.end());
        if (m.lookingAt()) {
            int dot = Math.max(m.group().lastIndexOf('·'), m.group().lastIndexOf('•'));
            if (dot > 0) {
                // 安德烈·彼得罗夫出席: the verb is no part of the name
                Matcher verb = SPEAKS.matcher(p.text).region(Math.min(m.end(), from + dot + 3), m.end());
                return verb.find() ? verb.start() : m.end();
            }
            for (int to = from + 2; to <= m.end(); to++) {
                if (LATIN.matcher(p.text).region(to, p.end()).lookingAt()) {
                    return to;
                }
            }
            Token token = p.token(from);
            if (token != null && token.span().start() == from && token.tag().equals("nrf")
                    && token.word().length() >= 2) {
                return token.span().end();
            }
        }
        return -1;
    }

    /** A dictionary word of two characters or more at the very place is what it says (王国, 高度), not a name. */
    private static boolean plausible(Passage p, int from, int to) {
        Token token = p.token(from);
        return token == null || token.tag().startsWith("nr") || token.word().length() == 1
                || token.span().end() > to || to - from == 3 && token.word().length() == 2;
    }

    private void speakers(Passage p, List<Candidate> found) {
        for (Token token : p.tokens) {
            int from = token.span().start();
            if (!token.tag().startsWith("nr") || !(p.clauseStart(from) || from == p.start())) {
                continue;
            }
            int to = chinese(p, from);
            if (to > 0 && SPEAKS.matcher(p.text).region(to, p.end()).lookingAt()) {
                add(found, from, to, "name-says");
            }
        }
    }

    private void reporters(Passage p, List<Candidate> found) {
        if (!p.has("记者", "通讯员", "编辑", "摄影", "作者", "责编")) {
            return;
        }
        Matcher m = REPORTERS.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int from = m.end();
            while (from < p.end()) {
                int to = reporter(p, from);
                if (to < 0) {
                    break;
                }
                add(found, from, to, "reporter");
                from = to;
                while (from < p.end() && " 、　".indexOf(p.charAt(from)) >= 0) {
                    from++;
                }
            }
        }
    }

    /** 新华社某地6月3日电(某某). */
    private void bylines(Passage p, List<Candidate> found) {
        if (!p.has("(", "（")) {
            return;
        }
        Matcher m = BYLINE.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int from = m.start(1);
            Token token = p.token(from);
            if (SURNAMES.contains(p.sub(from, from + 1)) && token != null && token.tag().startsWith("nr")) {
                add(found, from, m.end(1), "byline");
            }
        }
    }

    private static int reporter(Passage p, int from) {
        if (from >= p.end() || !SURNAMES.contains(String.valueOf(p.charAt(from)))) {
            return -1;
        }
        int run = from;
        while (run < p.end() && Passage.han(p.charAt(run))) {
            run++;
        }
        if (run - from == 2 || run - from == 3) {
            return run;
        }
        Token token = p.token(from);
        if (token != null && token.span().start() == from && token.tag().startsWith("nr")
                && token.word().length() >= 2) {
            return Math.min(token.span().end(), from + 3);
        }
        int to = chinese(p, from);
        return to > 0 && token != null && token.tag().startsWith("nr") ? to : -1;
    }

    /** 马某某出资60万元; 与甲、乙共同投资. */
    private void investors(Passage p, List<Candidate> found) {
        for (Token token : p.tokens) {
            int from = token.span().start();
            String word = token.word();
            if (!token.tag().equals("nr") || word.length() < 2 || word.length() > 4) {
                continue;
            }
            int to = token.span().end();
            boolean before = from == p.start() || "、；，与和及方人".indexOf(p.charAt(from - 1)) >= 0;
            // of two characters only, a list item is more often a word (向好、向优)
            boolean list = "、共".indexOf(p.charAt(to)) >= 0;
            if (before && chinese(p, from) == to && PUTS.matcher(p.text).region(to, p.end()).lookingAt()
                    && (!list || to - from >= 3)) {
                add(found, from, to, "investor");
            }
        }
    }
}
