package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** When, where and by whom, read off the sentence that tells of a happening. */
final class Setting {
    private static final String ZONE = ".*(开发区|高新区|工业园区?|产业园区?|保税区|新区|示范区|科学城|产业园|港区|合作区|片区|经开区|能源谷|科技城)$";
    /** 3月6日举行2024年春季签约仪式: the year is part of a name. */
    private static final Pattern OF_A_NAME = Pattern.compile("^(?:[春夏秋冬]季?|年?度|第[一二三四1-4]?[季批]|首批|上半年|下半年)");
    private static final Pattern HELD = Pattern.compile("(?:举行|举办|召开|印发|出台|发布)了?[“《]?$");
    /** 《方案》日前出台: not on the day that the report is of. */
    private static final Cue RECENTLY = Cue.of("日前|近日|近期|不久前|前不久");
    /** 公司于12月15日披露…，本次同意增资: the day of another announcement. */
    private static final Pattern DISCLOSED = Pattern.compile("(?:晚间?|盘后)?(?:披露|公告|公布)");
    private static final Pattern SIGN = Pattern.compile("\\s?(?:[一-龥]{2,3})?\\d{1,2}月\\d{1,2}日(?:电|讯|消息)");
    private static final Pattern REPORTER = Pattern.compile("[（(][^）)]{0,12}(?:记者|通讯员)[^）)]*$|(?:记者|通讯员)[\\s:：]?$");
    private static final Pattern SITE = Pattern.compile("(?:该|本)?(?:项目|工程|基地)(?:拟)?(?:选址|地址|建设地点)?(?:位于|为|于|在)");
    private static final Cue PLOT = Cue.of("(?:[该本此]|上述|前述)[^，]{0,4}(?:地块|宗地|土地)");
    private static final Pattern PUBLIC_OFFICE = Pattern
            .compile("(?:委|党委|党组|党工委|政府|人大|人大常委会|政协|[局厅部办]|委员会|管委会|工委|公署|行署)$");
    /** 与某公司签订合同: the sentence's own subject stands before it. */
    private static final Pattern WITH_ANOTHER = Pattern.compile("(?:还|又|也|同时|当天|同日|随后)*(?:与|同|和|跟)");
    private static final Pattern GIVER = Pattern.compile("(?:获得?|得到|拿到)了?$");
    private static final String COMMITTEE = "(管理委员会|管委会)$";
    private static final Cue SOURCE = Cue.of("^本[报网台]$|(?:日报|晚报|商报|时报|财联社|新华社|通讯社|央视网|新闻|电视台|证券报|统计局|海关|人民财讯|融媒|网)$");

    private Setting() {}

    /** Day, month or year of the happening: the last stated before the trigger in its sentence, else the first behind. */
    static Optional<Period> date(Scene scene, Clause clause, Span trigger) {
        List<Period> stated = scene.quantities(scene.sentenceSpan(clause), Period.class).stream()
                .filter(p -> p.precision() == Period.Precision.DAY || p.precision() == Period.Precision.MONTH
                        || p.precision() == Period.Precision.YEAR
                        || p.precision() == Period.Precision.RUN && p.last().isBefore(p.first().plusDays(32)))
                .filter(p -> !comparison(scene, p) || since(scene, trigger, p))
                .filter(p -> !dateline(scene, p) && !upTo(scene, p))
                .filter(p -> clause.span().contains(p.span())
                        || !DISCLOSED.matcher(scene.text().substring(p.span().end())).lookingAt())
                .toList();
        boolean vague = recently(scene.left(clause, trigger));
        Optional<Period> before = stated.stream().filter(p -> p.span().start() < trigger.start())
                .filter(p -> !vague || clause.span().contains(p.span()))
                .filter(p -> p.precision() != Period.Precision.YEAR || alone(scene, p)
                        || clause.span().contains(p.span()) && !ofAName(scene, clause, p))
                .max(Comparator.comparing(Period::span));
        return before.or(() -> stated.stream().filter(p -> clause.span().contains(p.span()))
                .filter(p -> p.precision() == Period.Precision.DAY || p.precision() == Period.Precision.RUN
                        || since(scene, trigger, p))
                .findFirst());
    }

    /** 举行2023年经济运行情况发布会: the year tells which one it is, not when. */
    private static boolean ofAName(Scene scene, Clause clause, Period year) {
        return OF_A_NAME.matcher(scene.right(clause, year.span())).find()
                || HELD.matcher(scene.left(clause, year.span())).find();
    }

    /** 成立于2009年: the date belongs to the word, however coarse. */
    private static boolean since(Scene scene, Span trigger, Period period) {
        return scene.text().substring(trigger.end(), Math.max(trigger.end(), period.span().start())).equals("于");
    }

    /** 今年年初，…: a clause that is nothing but the time of what follows. */
    private static boolean alone(Scene scene, Period period) {
        return scene.clauseOf(period.span()).map(scene::of).map(c -> c.replace(scene.of(period.span()), "").strip())
                .filter(rest -> rest.matches("年[初中末底]|[早晚]些时候|[上下]半年|")).isPresent();
    }

    /** 较2020年, 比去年, 继3月后: what is held against, not a date of its own. */
    static boolean comparison(Scene scene, Period period) {
        String before = scene.justBefore(period.span(), 2);
        String behind = scene.justBehind(period.span(), 1);
        return before.endsWith("较") || before.endsWith("比") || before.endsWith("由")
                || before.matches("(?s).*[从到至是为于达]") && behind.equals("的") || before.endsWith("继")
                || behind.equals("后") || before.endsWith("与") && scene.text().startsWith("相比", period.span().end());
    }

    /** 截至5月20日, 展会持续至15日: the end of a count or of a fair. */
    private static boolean upTo(Scene scene, Period period) {
        return scene.justBefore(period.span(), 3).matches("(?s).*(?:截至|截止|截止到|持续[至到])$");
    }

    /** 财联社6月23日电: the day of the report. */
    static boolean dateline(Scene scene, Period period) {
        String behind = scene.justBehind(period.span(), 4);
        return behind.matches("(?s)^\\s*[）)]?(电|讯|消息|晚间)[，,：:\\s]?.*") && !behind.startsWith("电力");
    }

    /** Whether the words say that it was some day lately. */
    static boolean recently(String words) {
        return RECENTLY.in(words);
    }

    /** Names of places where it happens: behind 在, 位于, 落户; else those of the clause; the most specific alone. */
    static List<String> places(Scene scene, Clause clause) {
        Optional<String> site = site(scene, clause);
        if (site.isPresent()) {
            return List.of(site.get());
        }
        Span sentence = scene.sentenceSpan(clause);
        List<NameMention> all = scene.names(sentence, Type.PLACE).stream()
                .filter(n -> !insideOther(scene, n) && !comparisonOrSource(scene, n) && !inTitle(scene, n))
                .filter(n -> !PlacesAside.is(scene, n)).toList();
        List<NameMention> located = all.stream().filter(n -> locates(scene, n)).toList();
        List<NameMention> from = !located.isEmpty()
                ? located
                : all.stream().filter(n -> clause.span().contains(n.span())).toList();
        if (from.isEmpty()) {
            from = all.stream().filter(n -> n.span().start() < clause.span().start())
                    .filter(n -> !PlacesAside.side(scene, n)).toList();
        }
        if (from.isEmpty()) {
            return committeePlaces(scene, sentence);
        }
        return mostSpecific(from);
    }

    /** Where 项目位于 in one of the next two sentences says that it is built, or where 该地块 of a sentence before lies. */
    private static Optional<String> site(Scene scene, Clause clause) {
        boolean plot = PLOT.in(scene.of(scene.sentenceSpan(clause)));
        return scene.clauses().stream().filter(c -> c.paragraph() == clause.paragraph() && !c.headline())
                .filter(c -> plot
                        ? clause.sentence() - c.sentence() >= 1 && clause.sentence() - c.sentence() <= 2
                        : c.sentence() - clause.sentence() >= 1 && c.sentence() - clause.sentence() <= 2)
                .flatMap(c -> scene.names(c.span(), Type.PLACE).stream()
                        .filter(n -> plot ? locates(scene, n) : SITE.matcher(scene.left(c, n.span())).matches()))
                .map(NameMention::full).findFirst();
    }

    /** The region that a gathering promotes: the places in its name, the most specific alone. */
    static List<String> promoted(Scene scene, Draft.Event gathering) {
        Span name = new Span(Math.max(0, gathering.trigger.end() - gathering.name.length()), gathering.trigger.end());
        return mostSpecific(scene.names(name, Type.PLACE));
    }

    /** The first zone, else the first place; empty when there is none. */
    private static List<String> mostSpecific(List<NameMention> places) {
        List<String> all = places.stream().map(NameMention::full).toList();
        return all.stream().filter(p -> p.matches(ZONE)).findFirst().or(() -> all.stream().findFirst()).stream()
                .toList();
    }

    /** Where the sentence says with 在 or 位于 that it happens; empty when it does not. */
    static List<String> located(Scene scene, Clause clause) {
        return scene.names(scene.sentenceSpan(clause), Type.PLACE).stream()
                .filter(n -> !insideOther(scene, n) && locates(scene, n)).map(NameMention::full).distinct().limit(1)
                .toList();
    }

    /** 临江经济开发区管理委员会 acts for 临江经济开发区. */
    static List<String> committeePlaces(Scene scene, Span within) {
        return scene.names(within, Type.ORG).stream().map(NameMention::full)
                .filter(n -> n.matches(".+" + COMMITTEE)).map(n -> n.replaceFirst(COMMITTEE, "")).distinct().limit(1)
                .toList();
    }

    /** Whether 在 or 位于 stands before the place. */
    static boolean located(Scene scene, NameMention place) {
        return !insideOther(scene, place) && locates(scene, place);
    }

    private static boolean locates(Scene scene, NameMention place) {
        String before = scene.justBefore(place.span(), 3);
        if (scene.justBefore(place.span(), 6).contains("总部")) {
            return false; // 总部在浙江的某能源
        }
        return before.endsWith("在") || before.endsWith("位于") || before.endsWith("落户") || before.endsWith("落地")
                || before.endsWith("坐落于") || before.endsWith("齐聚") || before.endsWith("汇聚") || before.endsWith("相聚");
    }

    private static boolean insideOther(Scene scene, NameMention place) {
        return scene.names().stream().anyMatch(
                n -> n.type() == Type.ORG && n.span().contains(place.span()) && !n.span().equals(place.span()));
    }

    /** 《2023中国产业发展报告》, 中国（临江）博览会: part of a title, not where it happens. */
    private static boolean inTitle(Scene scene, NameMention place) {
        String before = scene.justBefore(place.span(), 40);
        int open = before.lastIndexOf('《');
        return open >= 0 && open > before.lastIndexOf('》')
                || place.full().indexOf('（') >= 0 && place.full().indexOf('）') < 0
                || scene.justBehind(place.span(), 1).equals("（")
                        && scene.justBehind(place.span(), 12).matches("(?s)（[一-龥·]{1,6}）.*");
    }

    private static boolean comparisonOrSource(Scene scene, NameMention place) {
        String before = scene.justBefore(place.span(), 2);
        String behind = scene.justBehind(place.span(), 3);
        // 绵阳市市长 tells whose mayor, not where
        boolean office = behind.matches("(?s)^(副?[省市县区州][长委]|委|副?书记|副?主[席任]|人民政府|政府).*");
        return office || before.endsWith("来自") || before.endsWith("较") || before.endsWith("从");
    }

    /**
     * Names of the organisations and persons that take part: those of the clauses that tell of it and are not merely a source;
     * when none stands before the trigger in its clause, also the subject that the sentence carries on with.
     */
    static List<String> participants(Scene scene, Trigger trigger) {
        var taking = new ArrayList<String>();
        boolean acting = false;
        for (NameMention name : scene.names(scene.sentenceSpan(trigger.clause()))) {
            if (name.type() == Type.PLACE || isSource(name.full()) || quotedSource(scene, name)
                    || onlyTells(scene, trigger, name) || officeOfHolder(scene, name)
                    || trigger.scope().stream().noneMatch(c -> c.span().contains(name.span()))) {
                continue;
            }
            acting |= trigger.clause().span().contains(name.span()) && name.span().start() < trigger.span().start()
                    && !otherSide(scene, trigger, name);
            taking.add(name.full());
        }
        if (!acting) {
            taking.addAll(0, carriedOn(scene, trigger));
        }
        return taking.stream().distinct().toList();
    }

    /**
     * The organisations of the nearest earlier clause of the sentence that names any; only its first, the subject, where
     * the trigger has an object of its own: 甲重组乙，并组建了丙.
     */
    private static List<String> carriedOn(Scene scene, Trigger trigger) {
        boolean another = WITH_ANOTHER.matcher(scene.of(trigger.clause())).lookingAt();
        List<String> before = (another ? withItemBefore(scene, trigger.clause()) : scene.sentence(trigger.clause()))
                .reversed().stream()
                .filter(c -> c.index() < trigger.clause().index())
                .map(c -> scene.names(c.span(), Type.ORG).stream()
                        .filter(n -> !isSource(n.full()) && !quotedSource(scene, n)
                                && !onlyTells(scene, trigger, n) && !otherSide(scene, trigger, n))
                        .map(NameMention::full).toList())
                .filter(names -> !names.isEmpty()).findFirst().orElse(List.of());
        if (another) {
            return before.stream().limit(1).toList(); // 甲与乙签署协议；与丙签订合同
        }
        return switch (trigger.type()) {
            case ACQUISITION, ESTABLISHMENT, FINANCING -> before.stream().limit(1).toList();
            case CONFERENCE, SIGNING, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, LISTING, UNVEILING, LAUNCH, POLICY,
                    ORDER, PAYOUT, MEETING ->
                before;
        };
    }

    /** The sentence, and what stands before it up to the full stop: 甲与乙签署协议；与丙签订合同. */
    private static List<Clause> withItemBefore(Scene scene, Clause clause) {
        List<Clause> here = scene.sentence(clause);
        List<Clause> before = scene.sentenceAt(clause.sentence() - 1);
        return before.isEmpty() || before.getLast().mark() != '；' || here.getFirst() != clause
                || before.getLast().paragraph() != clause.paragraph()
                        ? here
                        : Stream.concat(before.stream(), here.stream()).toList();
    }

    /** 与某公司签订合同, 获得某资本1亿元融资: the other side, not who acts. */
    private static boolean otherSide(Scene scene, Trigger trigger, NameMention name) {
        return scene.clauseOf(name.span()).map(c -> scene.left(c, name.span()))
                .filter(left -> WITH_ANOTHER.matcher(left).matches()
                        || trigger.type() == EventType.FINANCING && GIVER.matcher(left).find())
                .isPresent();
    }

    /** 市商务局局长某某介绍，…项目投产: who tells of it, and the authority that he speaks for, take no part. */
    private static boolean onlyTells(Scene scene, Trigger trigger, NameMention name) {
        return switch (trigger.type()) {
            case CONFERENCE, MEETING -> false;
            case ACQUISITION, COMPLETION, ESTABLISHMENT, FINANCING, GROUNDBREAKING, INVESTMENT_PLAN, LAUNCH, LISTING,
                    ORDER, PAYOUT, POLICY, SIGNING, UNVEILING ->
                (name.type() == Type.PERSON || Offices.reports(name)) && scene.clauseOf(name.span())
                        .filter(c -> !c.equals(trigger.clause()) && Offices.speaks(scene.of(c)))
                        .filter(c -> !scene.names(c.span(), Type.PERSON).isEmpty()).isPresent();
        };
    }

    /** 某市委副书记某某出席: the person takes part, the office that tells who that is does not. */
    static boolean officeOfHolder(Scene scene, NameMention name) {
        return name.type() == Type.ORG && PUBLIC_OFFICE.matcher(name.full()).find()
                && Offices.heldBySomebody(scene, name);
    }

    static boolean isSource(String name) {
        return SOURCE.in(name);
    }

    /** 江海财讯6月12日电: whose report it is. */
    static boolean signs(Scene scene, NameMention name) {
        return SIGN.matcher(scene.text().substring(name.span().end())).lookingAt();
    }

    /** （记者 甲 乙）: who wrote it. */
    static boolean reporter(Scene scene, NameMention name) {
        return name.type() == Type.PERSON && REPORTER.matcher(scene.justBefore(name.span(), 30)).find();
    }

    /** 据海关统计, 告诉《日报》: who is cited takes no part. */
    private static boolean quotedSource(Scene scene, NameMention name) {
        String before = scene.justBefore(name.span(), 3);
        String behind = scene.justBehind(name.span(), 4);
        return signs(scene, name) || reporter(scene, name) || before.endsWith("告诉《") || before.endsWith("告诉")
                || behind.startsWith("获悉")
                || before.endsWith("记者") || behind.startsWith("表示") || behind.startsWith("认为");
    }
}
