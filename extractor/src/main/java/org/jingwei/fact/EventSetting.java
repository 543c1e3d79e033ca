package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention.Type;

/** Day, place, parties and gathering of an event that has been found. */
final class EventSetting {
    /** 会上, 开幕式上, 活动现场: what follows happens at a gathering told before. */
    private static final Pattern AT_GATHERING = Pattern
            .compile("(?:会|论坛|仪式|[幕闭典礼]式|活动|峰会|展会|大赛)(?:上|中|现场|期间)|现场|期间");
    /** 会谈后, 座谈中: what follows happens at a meeting told before. */
    private static final Pattern AT_MEETING = Pattern
            .compile("(?:会谈|会见|座谈会?|见面会)(?:结束)?(?:后(?!续)|上|中|期间)|[^社协机]会(?:结束)?后(?!续)");
    /** 同日: what follows happens on the day told before. */
    private static final Pattern SAME_DAY = Pattern.compile("同日|当天|当日|同一天|[当同]天[上下]午");

    /** 签约仪式上: of the signing that was told before. */
    private static final Pattern CEREMONY = Pattern.compile("(签约|开工|奠基|竣工|投产|通车|开通|开业|上市|挂牌|揭牌|上线|启动|发布)仪式");
    /** 该集团与某管委会签署协议: the one that it signs with. */
    private static final Pattern BESIDE_IT = Pattern.compile("(?:[该本]|这家)(?:公司|集团|企业)(?:还|已|又|将|也)?(?:与|和|同)");
    private static final Pattern FAIR = Pattern.compile("(?:博览会|交易会|展览会|展销[会节]|[花茶菜]展|展会)$");
    private static final Pattern OTHER_DAY = Pattern.compile("次日|翌日|第二天|前一天|前一日");
    /** 这标志着航线开通: told of what the sentence before tells. */
    private static final Pattern REFERS_BACK = Pattern.compile("^(?:这|此举|至此|由此)(?:也)?(?:标志着|意味着|是)");

    private static final Pattern DISCLOSURE = Pattern.compile("公告(?:称|显示)?[，：:]");

    /** 7月23日晚公告: the announcement's own day; the day of a wire that tells of a signing is not the day of it. */
    private static final Pattern DATED_DISCLOSURE = Pattern.compile("日(?:晚间?|盘后)?公告(?:称|显示)?[，：:]");

    private static final Pattern COUNTED = Pattern.compile("^(?:首批|共|已)?有?\\d+[个项家][^，]{0,10}(?:项目|企业)[^，]{0,6}签约");

    private EventSetting() {}

    /**
     * The event at which this clause's happening takes place: a gathering, when the clause stands directly behind it or
     * its paragraph says 会上; else the ceremony told before, when the paragraph says 仪式上.
     */
    static Optional<Draft.Event> stage(Scene scene, EventType type, Clause clause, List<Draft.Event> events) {
        if (OTHER_DAY.matcher(scene.of(scene.sentenceSpan(clause))).find()) {
            return Optional.empty();
        }
        boolean met = type != EventType.MEETING && marked(scene, clause, AT_MEETING);
        boolean at = met || marked(scene, clause, AT_GATHERING);
        Optional<Draft.Event> gathering = events.stream()
                .filter(e -> e.type == EventType.CONFERENCE || e.type == EventType.MEETING && met)
                .filter(e -> e.clause.index() <= clause.index() && e.status == Status.ACTUAL)
                .filter(e -> at || clause.sentence() - e.clause.sentence() <= 1
                        || clause.index() > 0 && EventObject.listed(scene.of(scene.sentenceSpan(clause))))
                .findFirst();
        return gathering.or(() -> at
                ? told(clause, events.stream().filter(e -> e.parent.isEmpty() && ceremony(scene, clause, e)).toList())
                : Optional.empty());
    }

    /** 博览会期间: a fair lasts for days, and it does not say which. */
    static boolean onOneOfItsDays(Scene scene, Draft.Event gathering, Clause clause) {
        return FAIR.matcher(gathering.name).find() && scene.of(scene.sentenceSpan(clause)).contains("期间");
    }

    /** The gathering of the item before: an agenda goes on in the next paragraph. */
    static Optional<Draft.Event> agenda(EventType type, Clause clause, List<Draft.Event> events) {
        return events.stream().filter(e -> e.type == type && e.object.isPresent() && e.parent.isPresent())
                .filter(e -> clause.paragraph() - e.clause.paragraph() == 1).findFirst().flatMap(e -> e.parent);
    }

    /** The day told before, when the paragraph says 同日, and of nothing else since. */
    static Optional<Period> sameDay(Scene scene, Clause clause, List<Draft.Event> events) {
        return marked(scene, clause, SAME_DAY)
                ? told(clause, events).flatMap(e -> e.date).or(() -> lastDay(scene, clause)).or(scene::dateline)
                : Optional.empty();
    }

    /** The day stated last in the paragraph. */
    private static Optional<Period> lastDay(Scene scene, Clause clause) {
        return scene.clauses().subList(0, clause.index()).stream()
                .filter(c -> c.paragraph() == clause.paragraph() && !c.headline())
                .flatMap(c -> scene.quantities(c.span(), Period.class).stream())
                .filter(p -> p.precision() == Period.Precision.DAY).reduce((first, second) -> second);
    }

    /** 产业园今天启动建设。有22个项目签约入驻: a number of signings that opens the next sentence is of the same occasion. */
    static Optional<Draft.Event> sameOccasion(Scene scene, Trigger trigger, List<Draft.Event> events) {
        Clause clause = trigger.clause();
        return trigger.type() == EventType.SIGNING && COUNTED.matcher(scene.of(clause)).find()
                ? told(clause, events).filter(e -> e.clause.paragraph() == clause.paragraph()
                        && clause.sentence() - e.clause.sentence() <= 1)
                : Optional.empty();
    }

    /** Whether the sentence, or one before it in its paragraph, has these words. */
    private static boolean marked(Scene scene, Clause clause, Pattern words) {
        return scene.clauses().subList(0, clause.index() + 1).stream()
                .filter(c -> c.paragraph() == clause.paragraph() && !c.headline())
                .anyMatch(c -> words.matcher(scene.of(c)).find());
    }

    private static Optional<Draft.Event> told(Clause clause, List<Draft.Event> events) {
        return events.stream().filter(e -> e.clause.index() < clause.index() && e.status == Status.ACTUAL)
                .filter(e -> e.date.filter(d -> d.precision() == Period.Precision.DAY).isPresent())
                .max(Comparator.comparingInt(e -> e.clause.index()));
    }

    private static boolean ceremony(Scene scene, Clause clause, Draft.Event event) {
        return scene.of(event.clause).matches("(?s).*(仪式|典礼|会|活动).*")
                || scene.clauses().subList(0, clause.index() + 1).stream()
                        .filter(c -> c.paragraph() == clause.paragraph() && !c.headline())
                        .anyMatch(c -> CEREMONY.matcher(scene.of(c)).results()
                                .anyMatch(m -> isOf(m.group(1), scene, event)));
    }

    private static boolean isOf(String ceremony, Scene scene, Draft.Event event) {
        return scene.of(event.trigger).contains(ceremony) || ceremony.equals("签约") && event.type == EventType.SIGNING;
    }

    /** The day stated in the sentence before, when this one tells what it amounts to: 这标志着…开通. */
    static Optional<Period> dayReferredTo(Scene scene, Clause clause) {
        return REFERS_BACK.matcher(scene.of(scene.sentenceSpan(clause)).strip()).find()
                ? scene.sentenceAt(clause.sentence() - 1).stream()
                        .filter(c -> c.paragraph() == clause.paragraph() && !c.headline())
                        .flatMap(c -> scene.quantities(c.span(), Period.class).stream())
                        .filter(p -> p.precision() == Period.Precision.DAY && !Setting.comparison(scene, p))
                        .reduce((first, second) -> second)
                : Optional.empty();
    }

    static void place(Scene scene, Draft.Event event, Trigger trigger) {
        event.date = Setting.date(scene, event.clause, event.trigger);
        if (event.date.isEmpty() && (announced(event) || disclosed(scene, event.type, trigger))) {
            event.date = scene.dateline();
        }
        event.date = event.date.filter(d -> event.status == Status.ACTUAL || d.precision() != Period.Precision.YEAR
                || scene.published().filter(day -> d.first().isAfter(day)).isPresent());
        List<String> places = Setting.places(scene, event.clause);
        boolean told = scene.names(event.clause.span(), Type.PLACE).stream().anyMatch(n -> places.contains(n.full()));
        if (told || event.type != EventType.FINANCING && event.type != EventType.ACQUISITION) {
            event.places.addAll(places); // where an earlier clause builds is not where this one raises money
        }
        event.participants.addAll(parties(scene, trigger));
        if (event.type == EventType.POLICY && event.places.isEmpty()) {
            event.places.addAll(ofTitle(scene, trigger));
        }
    }

    /** 印发《某高新区三年行动方案》: the region that the title of a policy opens with. */
    private static List<String> ofTitle(Scene scene, Trigger trigger) {
        return scene.names(trigger.clause().span(), Type.PLACE).stream()
                .filter(n -> scene.justBefore(n.span(), 1).equals("《")).map(n -> n.full()).limit(1).toList();
    }

    /** A plan happens when it is announced; a signing is only told that day. */
    static boolean announced(Draft.Event event) {
        return event.type == EventType.INVESTMENT_PLAN || event.status == Status.PLANNED;
    }

    /** 公司晚间公告，与某公司签订股权转让协议: on the day of the announcement, unless that was 近日. */
    private static boolean disclosed(Scene scene, EventType type, Trigger trigger) {
        String before = scene.between(scene.sentenceSpan(trigger.clause()).start(), trigger.span().start());
        return switch (type) {
            case ACQUISITION, ORDER ->
                (trigger.type() == EventType.SIGNING ? DATED_DISCLOSURE : DISCLOSURE).matcher(before).find()
                        && !Setting.recently(before);
            case COMPLETION, CONFERENCE, ESTABLISHMENT, FINANCING, GROUNDBREAKING, INVESTMENT_PLAN, LAUNCH, LISTING,
                    MEETING,
                    PAYOUT, POLICY, SIGNING, UNVEILING ->
                false;
        };
    }

    static List<String> parties(Scene scene, Trigger trigger) {
        var parties = new ArrayList<String>();
        if (scene.company().isPresent() && trigger.scope().stream().anyMatch(c -> scene.of(c).contains("公司"))) {
            parties.add(scene.company().get());
        }
        parties.addAll(Setting.participants(scene, trigger));
        if (trigger.type() == EventType.SIGNING && Sides.two(scene, trigger)) {
            Sides.of(scene, trigger).forEach(side -> parties.add(side.full())); // 甲市与乙市签署
        }
        if (scene.company().isEmpty() && goesOn(scene, trigger, parties)) {
            Topic.of(scene, trigger.clause()).ifPresent(topic -> parties.addFirst(topic));
        }
        subjectPlace(scene, trigger.clause()).filter(p -> parties.isEmpty()).ifPresent(parties::add);
        return parties.stream().distinct().toList();
    }

    /** 该集团以2.75亿元收购某厂: of a kind of happening that companies have, and nobody is named before its word. */
    private static boolean goesOn(Scene scene, Trigger trigger, List<String> parties) {
        boolean named = scene.names(scene.sentenceSpan(trigger.clause()), Type.ORG).stream()
                .filter(n -> !BESIDE_IT.matcher(scene.left(trigger.clause(), n.span())).matches())
                .anyMatch(n -> n.span().start() < trigger.span().start() && !Setting.isSource(n.full()));
        return !named && Topic.called(scene.left(trigger.clause(), trigger.span())) && switch (trigger.type()) {
            case ACQUISITION, COMPLETION, ESTABLISHMENT, FINANCING, GROUNDBREAKING, INVESTMENT_PLAN, LISTING, ORDER,
                    SIGNING ->
                true;
            case CONFERENCE, LAUNCH, MEETING, PAYOUT, POLICY, UNVEILING -> false;
        };
    }

    /** 某省集中开工百个项目: the region acts. */
    static Optional<String> subjectPlace(Scene scene, Clause clause) {
        return scene.names(clause.span()).stream()
                .filter(n -> !scene.left(clause, n.span()).endsWith("在"))
                .filter(n -> scene.undated(scene.right(clause, n.span()), clause.span())
                        .matches("(?s)^(将|共|组织|集中|又|已|正式|举行|发布|出台|印发|启动|发放)+.*"))
                .map(n -> n.full()).findFirst();
    }
}
