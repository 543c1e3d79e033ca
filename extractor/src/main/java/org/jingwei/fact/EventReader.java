package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingwei.article.Article;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Clauses to events: gatherings by their name, everything else by its trigger; one event for one happening. */
final class EventReader {
    private static final Pattern AGENDA = Pattern.compile("进行了?|举行了?|包含|还有|一一|——");
    private static final Pattern QUOTED_OR_NAME = Pattern
            .compile("(?:(\\d+)个)?([“《][^”》]{2,40}[”》][^、，“”]{0,8}|[^、，“”]{3,30})$");
    private static final Pattern AT_GATHERING = Pattern.compile("会上|现场|仪式上|会议期间|会期间|期间");
    private static final Pattern HOLDS = Pattern.compile("举行|举办|召开|开幕|闭幕|启幕|开馆");

    private final Trigger.Finder triggers = new Trigger.Finder();
    private final Pattern gathering = Pattern
            .compile("(" + String.join("|", Words.lines("conferences.txt")) + ")(?!上)");

    List<Draft.Event> read(Scene scene) {
        var events = new ArrayList<Draft.Event>();
        gatherings(scene, events);
        for (Trigger trigger : triggers.find(scene)) {
            if (!trigger.clause().headline()) {
                happening(scene, trigger, events);
            }
        }
        if (events.isEmpty()) {
            // what the body says did not happen, the headline does not make happen
            Set<EventType> denied = triggers.find(scene).stream().filter(t -> !t.clause().headline())
                    .filter(t -> Assertion.negated(scene.left(t.clause(), t.span()))).map(Trigger::type)
                    .collect(Collectors.toSet());
            triggers.find(scene).stream().filter(t -> t.clause().headline() && !denied.contains(t.type())).findFirst()
                    .ifPresent(t -> happening(scene, t, events));
        }
        events.sort(Comparator.comparing(e -> e.trigger));
        keepStronger(events);
        return events;
    }

    private void gatherings(Scene scene, List<Draft.Event> events) {
        for (Clause clause : scene.clauses()) {
            Matcher m = gathering.matcher(scene.of(clause));
            if (clause.headline() || !HOLDS.matcher(scene.of(clause)).find() || !m.find()
                    || Assertion.calledOff(scene.of(clause))) {
                continue;
            }
            Span word = new Span(m.start(1), m.end(1)).shift(clause.span().start());
            String name = gatheringName(scene, clause, word);
            if (name.length() <= m.group(1).length() || name.indexOf(Article.LOST) >= 0
                    || events.stream().anyMatch(e -> e.name.equals(name))
                    || Modality.of(scene, clause, word) != Status.ACTUAL) {
                continue;
            }
            var event = new Draft.Event(EventType.CONFERENCE, "gathering", clause, word, name);
            event.object = Optional.of(name);
            place(scene, event);
            event.participants.addAll(Setting.promoted(scene, event));
            events.add(event);
        }
    }

    /** From the start of the clause, or behind dates and 在 PLACE 举行, to the word that ends it. */
    private static String gatheringName(Scene scene, Clause clause, Span word) {
        String left = scene.left(clause, word);
        int from = 0;
        for (String stop : List.of("举行的", "召开的", "举办的", "举行", "举办", "召开", "的", "在", "从", "出席", "参加")) {
            int at = left.lastIndexOf(stop);
            if (at >= 0 && at + stop.length() > from) {
                from = at + stop.length();
            }
        }
        int base = clause.span().start();
        for (var period : scene.quantities(clause.span(), org.jingwei.quantity.Period.class)) {
            if (period.span().end() <= word.start()) {
                from = Math.max(from, period.span().end() - base);
            }
        }
        return left.substring(Math.min(from, left.length())).replaceFirst("^[上下]午", "").strip() + scene.of(word);
    }

    private void happening(Scene scene, Trigger trigger, List<Draft.Event> events) {
        Clause clause = trigger.clause();
        String left = scene.left(clause, trigger.span());
        EventType type = typeInContext(scene, trigger);
        Status status = Modality.of(scene, clause, trigger.span());
        boolean ahead = Setting.date(scene, clause, trigger.span())
                .filter(d -> scene.published().filter(p -> d.first().isAfter(p)).isPresent()).isPresent();
        if (status == Status.ACTUAL && ahead) {
            status = Status.PLANNED;
        }
        if (status == Status.TARGET || denied(left) || notAHappening(scene, trigger)) {
            return;
        }
        if (status == Status.PLANNED) {
            switch (type) {
                case COMPLETION, CONFERENCE, MEETING, UNVEILING, LAUNCH, POLICY -> {
                    return;
                }
                case GROUNDBREAKING -> {
                    if (!scene.of(clause).contains("集中")) {
                        return;
                    }
                    type = EventType.INVESTMENT_PLAN;
                }
                case SIGNING, INVESTMENT_PLAN, FINANCING, LISTING, ACQUISITION, ESTABLISHMENT, ORDER, PAYOUT -> {
                }
            }
        }
        if (type == EventType.INVESTMENT_PLAN) {
            status = Status.PLANNED;
        }
        Optional<String> object = object(scene, trigger);
        EventType kind = type;
        boolean agenda = object.isPresent() && partner(scene, trigger).isEmpty();
        Optional<Draft.Event> same = events.stream().filter(e -> e.type == kind)
                .filter(e -> object.isEmpty() || e.object.equals(object) || e.object.isEmpty() && !agenda)
                .filter(e -> sameDate(scene, e, trigger)).filter(e -> sameRegion(scene, e, clause)).findFirst();
        if (same.isPresent()) {
            same.get().evidence.add(clause.span());
            if (same.get().object.isEmpty()) {
                same.get().places.addAll(same.get().places.isEmpty() ? Setting.places(scene, clause) : List.of());
                if (!object.isPresent()) {
                    same.get().participants.addAll(parties(scene, same.get(), clause));
                }
            }
            return;
        }
        var event = new Draft.Event(kind, "trigger " + trigger.word(), clause, trigger.span(),
                object.orElseGet(() -> shortName(scene, trigger)));
        event.object = object;
        event.status = status;
        place(scene, event);
        if (agenda) {
            event.participants.clear();
            event.participants.addAll(inside(scene, clause, object.get(), trigger.span()));
        }
        events.stream().filter(e -> e.type == EventType.CONFERENCE && within(scene, e, clause)).findFirst()
                .ifPresent(parent -> {
                    event.parent = Optional.of(parent);
                    if (event.date.isEmpty()) {
                        event.date = parent.date;
                    }
                    List<String> located = Setting.located(scene, clause);
                    event.places.clear();
                    event.places.addAll(located.isEmpty() ? parent.places : located);
                });
        events.add(event);
    }

    /** Statistics are published, factories open again after a holiday: neither is a happening of its kind. */
    private static boolean notAHappening(Scene scene, Trigger trigger) {
        String left = scene.left(trigger.clause(), trigger.span());
        String right = scene.right(trigger.clause(), trigger.span());
        return switch (trigger.type()) {
            case LAUNCH -> right.matches("(?s)^[^，]*(数据|指标|统计|报告|业绩|财报|公告|消息|预警|通知).*");
            case GROUNDBREAKING ->
                left.matches("(?s).*(企业|工厂|商户|门店)[^项工]{0,6}$|.*([一二三四五六七八九]成|%|百分之.{1,4})(以上|的)?[^项工]{0,4}$");
            case CONFERENCE, SIGNING, COMPLETION, INVESTMENT_PLAN, FINANCING, LISTING, ACQUISITION, ESTABLISHMENT,
                    UNVEILING, POLICY, ORDER, PAYOUT, MEETING ->
                false;
        };
    }

    /** The names in the thing that is signed, launched or unveiled: its parties. */
    private static List<String> inside(Scene scene, Clause clause, String object, Span trigger) {
        int at = scene.text().lastIndexOf(object, trigger.start());
        return at < clause.span().start()
                ? List.of()
                : scene.names(new Span(at, at + object.length())).stream().map(NameMention::full).distinct().toList();
    }

    private static boolean denied(String left) {
        return Assertion.negated(left) || left.matches("(?s).*(公司|企业|项目|集团)原$")
                || left.matches("(?s).*(不会|无|暂停)[^，]{0,3}$");
    }

    /** Two paragraphs on two regions tell of two happenings. */
    private static boolean sameRegion(Scene scene, Draft.Event event, Clause clause) {
        if (event.clause.paragraph() == clause.paragraph() || event.places.isEmpty()) {
            return true;
        }
        List<String> places = Setting.places(scene, clause);
        return places.isEmpty() || places.stream().anyMatch(event.places::contains);
    }

    private static boolean sameDate(Scene scene, Draft.Event event, Trigger trigger) {
        var date = Setting.date(scene, trigger.clause(), trigger.span());
        return date.isEmpty() || event.date.isEmpty() || date.get().notation().equals(event.date.get().notation())
                || event.clause.sentence() == trigger.clause().sentence();
    }

    /** 签订…合同 is an order; a fund that is set up is financing. */
    private static EventType typeInContext(Scene scene, Trigger trigger) {
        String right = scene.right(trigger.clause(), trigger.span());
        return switch (trigger.type()) {
            case SIGNING -> right.matches("(?s)^.{0,40}(总承包|采购|销售|供货|施工|供应|工程|买卖|建设工程)[^，]{0,8}(合同|订单).*")
                    ? EventType.ORDER
                    : EventType.SIGNING;
            case ESTABLISHMENT -> right.matches("(?s)^.{0,20}(投资基金|产业基金|母基金|并购基金).*")
                    ? EventType.FINANCING
                    : EventType.ESTABLISHMENT;
            case CONFERENCE, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, FINANCING, LISTING, ACQUISITION, UNVEILING,
                    LAUNCH, POLICY, ORDER, PAYOUT, MEETING ->
                trigger.type();
        };
    }

    /** What is signed, launched, unveiled: the quoted or listed thing before the trigger of an agenda. */
    private static Optional<String> object(Scene scene, Trigger trigger) {
        String clause = scene.of(trigger.clause());
        String left = scene.left(trigger.clause(), trigger.span());
        Optional<String> partner = partner(scene, trigger);
        if (partner.isPresent()) {
            return partner;
        }
        boolean quoted = left.endsWith("”") || left.matches("(?s).*”(天猫|京东|正式|平台|项目|成果|同步|)$");
        if (!AGENDA.matcher(clause).find() && !quoted) {
            return Optional.empty();
        }
        Matcher m = QUOTED_OR_NAME.matcher(left);
        if (!m.find()) {
            return Optional.empty();
        }
        String object = m.group(2);
        for (String stop : List.of("进行了", "举行了", "进行", "举行", "包含", "一一", "——")) {
            int at = object.lastIndexOf(stop);
            if (at >= 0) {
                object = object.substring(at + stop.length());
            }
        }
        object = object.strip();
        return object.length() < 4 || object.indexOf(Article.LOST) >= 0 ? Optional.empty() : Optional.of(object);
    }

    /** Whom one buys, founds or gives capital: the organisation behind the trigger, or directly before it. */
    private static Optional<String> partner(Scene scene, Trigger trigger) {
        Clause clause = trigger.clause();
        return switch (trigger.type()) {
            case ACQUISITION, ESTABLISHMENT -> scene.names(clause.span(), Type.ORG).stream()
                    .filter(n -> n.span().start() >= trigger.span().end()
                            && n.span().start() - trigger.span().end() <= 12)
                    .map(NameMention::full).findFirst();
            case FINANCING -> scene.names(clause.span(), Type.ORG).stream()
                    .filter(n -> n.span().end() == trigger.span().start()).map(NameMention::full).findFirst();
            case CONFERENCE, SIGNING, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, LISTING, UNVEILING, LAUNCH, POLICY,
                    ORDER, PAYOUT, MEETING ->
                Optional.empty();
        };
    }

    private static String shortName(Scene scene, Trigger trigger) {
        String clause = scene.of(trigger.clause()).strip();
        return clause.length() <= 40 && clause.indexOf(Article.LOST) < 0 ? clause : scene.of(trigger.span());
    }

    private static boolean within(Scene scene, Draft.Event gathering, Clause clause) {
        if (clause.index() < gathering.clause.index()) {
            return false;
        }
        String sentence = scene.of(scene.sentenceSpan(clause));
        return clause.sentence() - gathering.clause.sentence() <= 1 || AT_GATHERING.matcher(sentence).find()
                || clause.index() > 0 && AGENDA.matcher(sentence).find();
    }

    private static void place(Scene scene, Draft.Event event) {
        event.date = Setting.date(scene, event.clause, event.trigger);
        if (event.date.isEmpty() && announced(event)) {
            event.date = scene.dateline();
        }
        event.date = event.date.filter(d -> event.status == Status.ACTUAL || d.precision() != Period.Precision.YEAR);
        event.places.addAll(Setting.places(scene, event.clause));
        event.participants.addAll(parties(scene, event, event.clause));
    }

    /** A plan happens when it is announced; a signing is only told that day. */
    private static boolean announced(Draft.Event event) {
        return event.type == EventType.INVESTMENT_PLAN || event.status == Status.PLANNED;
    }

    private static List<String> parties(Scene scene, Draft.Event event, Clause clause) {
        var parties = new ArrayList<String>();
        String sentence = scene.of(scene.sentenceSpan(clause));
        if (scene.company().isPresent() && sentence.contains("公司")) {
            parties.add(scene.company().get());
        }
        parties.addAll(Setting.participants(scene, clause));
        subjectPlace(scene, clause).filter(p -> parties.isEmpty()).ifPresent(parties::add);
        return parties.stream().distinct().toList();
    }

    /** 安徽省集中开工270个重大项目: the region acts. */
    private static Optional<String> subjectPlace(Scene scene, Clause clause) {
        return scene.names(clause.span()).stream()
                .filter(n -> !scene.left(clause, n.span()).endsWith("在"))
                .filter(n -> scene.text().substring(n.span().end(), clause.span().end())
                        .matches("(?s)^(将|共|组织|集中|又|已|正式|举行|发布|出台|印发|启动|发放)+.*"))
                .map(n -> n.full()).findFirst();
    }

    /** A plan that the article also tells as signed or started is told once, as the stronger. */
    private static void keepStronger(List<Draft.Event> events) {
        boolean stronger = events.stream().filter(e -> e.status == Status.ACTUAL)
                .anyMatch(e -> e.type == EventType.SIGNING
                        || e.type == EventType.GROUNDBREAKING || e.type == EventType.ORDER
                        || e.type == EventType.COMPLETION);
        if (stronger) {
            events.removeIf(e -> e.type == EventType.INVESTMENT_PLAN
                    && events.stream().anyMatch(o -> o.type != EventType.INVESTMENT_PLAN && o.status == Status.ACTUAL
                            && (o.type == EventType.SIGNING || o.type == EventType.GROUNDBREAKING
                                    || o.type == EventType.ORDER || o.type == EventType.COMPLETION)
                            && Math.abs(o.clause.sentence() - e.clause.sentence()) <= 2));
        }
    }
}
