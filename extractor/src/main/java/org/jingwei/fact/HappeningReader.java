package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import org.jingwei.article.Article;
import org.jingwei.quantity.Period;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Triggers to events; what several clauses tell of one happening is one event. */
final class HappeningReader {
    void read(Scene scene, Trigger trigger, List<Draft.Event> events) {
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
        Optional<Draft.Event> ceremony = ceremony(scene, trigger, events);
        if (ceremony.isPresent()) {
            scene.names(clause.span(), Type.PERSON).forEach(n -> ceremony.get().participants.add(n.full()));
            return;
        }
        if (status == Status.PLANNED) {
            switch (type) {
                case COMPLETION, CONFERENCE, MEETING, UNVEILING, LAUNCH, POLICY -> {
                    return;
                }
                case GROUNDBREAKING -> {
                    if (!scene.of(clause).contains("集中") && !(ahead && ofProject(scene, trigger, events))) {
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
        if (type == EventType.FINANCING && listing(clause, events)) {
            return;
        }
        Optional<String> object = EventObject.of(scene, trigger);
        EventType kind = type;
        boolean agenda = object.isPresent() && EventObject.partner(scene, trigger).isEmpty();
        Optional<Draft.Event> same = events.stream().filter(e -> e.type == kind)
                .filter(e -> object.isEmpty() || e.object.equals(object) || e.object.isEmpty() && !agenda)
                .filter(e -> sameDate(scene, e, trigger)).filter(e -> sameRegion(scene, e, clause))
                .filter(e -> sameActor(scene, e, trigger)).findFirst();
        if (same.isPresent()) {
            same.get().evidence.add(clause.span());
            if (same.get().object.isEmpty()) {
                same.get().places.addAll(same.get().places.isEmpty() ? Setting.places(scene, clause) : List.of());
                if (!object.isPresent()) {
                    same.get().participants.addAll(EventSetting.parties(scene, trigger));
                }
            }
            return;
        }
        if (joins(scene, trigger)) {
            return;
        }
        var event = new Draft.Event(kind, "trigger " + trigger.word(), clause, trigger.span(),
                object.orElseGet(() -> shortName(scene, trigger)));
        event.object = object;
        event.status = status;
        EventSetting.place(scene, event, trigger);
        if (agenda) {
            event.participants.clear();
            event.participants.addAll(EventObject.inside(scene, clause, object.get(), trigger.span()));
        }
        Optional<Draft.Event> stage = event.status == Status.ACTUAL || event.type == EventType.PAYOUT
                ? EventSetting.stage(scene, clause, events)
                : Optional.empty();
        event.parent = stage.filter(e -> event.date.isEmpty() || sameDate(scene, e, trigger));
        event.parent.ifPresent(parent -> {
            List<String> located = Setting.located(scene, clause);
            event.places.clear();
            event.places.addAll(located.isEmpty() ? parent.places : located);
        });
        event.date = event.date.or(() -> event.parent.flatMap(e -> e.date))
                .or(() -> EventSetting.sameDay(scene, clause, events));
        if (event.date.isEmpty() && event.places.isEmpty()) {
            EventSetting.sameOccasion(scene, trigger, events).ifPresent(e -> {
                event.date = e.date;
                event.places.addAll(e.places);
            });
        }
        if (!Background.atOnce(event)) {
            events.add(event);
        }
    }

    /** Statistics are published, factories open again after a holiday: neither is a happening of its kind. */
    private static boolean notAHappening(Scene scene, Trigger trigger) {
        String left = scene.left(trigger.clause(), trigger.span());
        String right = scene.right(trigger.clause(), trigger.span());
        return switch (trigger.type()) {
            // 累计募集资金1305亿元: a sum of many
            case FINANCING -> left.matches("(?s).*(累计|合计|总共|共计|[家个]企业)[^，]{0,6}$");
            // 按每人1000元的标准发放: how, not that
            case PAYOUT -> left.matches("(?s).*(按|标准|每[人户月年])[^，]*$");
            case LAUNCH -> right.matches("(?s)^[^，]*(数据|指标|统计|报告|业绩|财报|公告|消息|预警|通知).*");
            case GROUNDBREAKING -> trigger.word().equals("复工") && !left.matches("(?s).*(集中|项目|工程)[^，]{0,4}$")
                    || left.matches("(?s).*(企业|工厂|商户|门店)[^项工]{0,6}$|.*([一二三四五六七八九]成|%|百分之.{1,4})(以上|的)?[^项工]{0,4}$");
            case CONFERENCE, SIGNING, COMPLETION, INVESTMENT_PLAN, LISTING, ACQUISITION, ESTABLISHMENT, UNVEILING,
                    POLICY,
                    ORDER, MEETING ->
                false;
        };
    }

    /** 市长在开工仪式上说: the ceremony told before, if it is one of its kind; who speaks there takes part. */
    private static Optional<Draft.Event> ceremony(Scene scene, Trigger trigger, List<Draft.Event> events) {
        return scene.right(trigger.clause(), trigger.span()).matches("(?s)^.{0,2}[仪典][式礼][上中].*")
                ? events.stream().filter(e -> e.type == trigger.type()).reduce((first, second) -> second)
                : Optional.empty();
    }

    /** 二期工程将于今年9月动工: a project of its own, of which no plan has been told. */
    private static boolean ofProject(Scene scene, Trigger trigger, List<Draft.Event> events) {
        Clause clause = trigger.clause();
        return scene.of(scene.sentenceSpan(clause)).matches("(?s).*([一二三四]期|项目|工程|基地|工厂).*")
                && events.stream().noneMatch(e -> e.type == EventType.INVESTMENT_PLAN || e.type == EventType.SIGNING
                        || e.clause.sentence() == clause.sentence());
    }

    /** 挂牌上市，发行新股4000万股，募集资金7.34亿元: the shares that a listing issues are part of it. */
    private static boolean listing(Clause clause, List<Draft.Event> events) {
        return events.stream().anyMatch(e -> e.type == EventType.LISTING && e.clause.sentence() == clause.sentence());
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

    /** 副市长苗雨晴参加会见: who else was there. */
    private static boolean joins(Scene scene, Trigger trigger) {
        return scene.left(trigger.clause(), trigger.span()).matches("(?s).*(参加|出席|陪同|参与)了?$");
    }

    /** 甲重组了乙 and, a paragraph later, 丙收购了…: who acts in the clause took no part in the other happening. */
    private static boolean sameActor(Scene scene, Draft.Event event, Trigger trigger) {
        Clause clause = trigger.clause();
        List<String> acting = scene.names(clause.span(), Type.ORG).stream()
                .filter(n -> n.span().end() <= trigger.span().start()).map(NameMention::full)
                .filter(n -> !Setting.isSource(n)).toList();
        return joins(scene, trigger) || event.clause.paragraph() == clause.paragraph() || acting.isEmpty()
                || event.participants.isEmpty()
                || acting.stream().anyMatch(event.participants::contains);
    }

    private static boolean sameDate(Scene scene, Draft.Event event, Trigger trigger) {
        var date = Setting.date(scene, trigger.clause(), trigger.span());
        return date.isEmpty() || event.date.isEmpty() || date.get().notation().equals(event.date.get().notation())
                || event.clause.sentence() == trigger.clause().sentence()
                        && !(day(date.get()) && day(event.date.get()));
    }

    private static boolean day(Period period) {
        return period.precision() == Period.Precision.DAY || period.precision() == Period.Precision.MONTH;
    }

    /** 签订…合同 is an order; a fund that is set up is financing. */
    private static EventType typeInContext(Scene scene, Trigger trigger) {
        String right = scene.right(trigger.clause(), trigger.span());
        return switch (trigger.type()) {
            case SIGNING -> right.matches("(?s)^.{0,40}(总承包|采购|销售|供货|施工|供应|工程|买卖|建设工程)[^，]{0,8}(合同|订单).*")
                    ? EventType.ORDER
                    : right.matches("(?s)^.{0,20}(股权|股份|资产|成交)[^，]{0,6}(转让|收购|购买|确认)[^，]{0,4}(协议|合同|书).*")
                            ? EventType.ACQUISITION
                            : right.matches("(?s)^.{0,20}(贷款|融资(?!租赁)|授信|借款|银团)[^，]{0,4}(协议|合同).*")
                                    ? EventType.FINANCING
                                    : EventType.SIGNING;
            case ESTABLISHMENT -> right.matches("(?s)^.{0,20}(投资基金|产业基金|母基金|并购基金).*")
                    ? EventType.FINANCING
                    : EventType.ESTABLISHMENT;
            case LAUNCH -> right.matches("(?s)^.{0,10}([条项]|若干|一系列)?[^，]{0,6}(举措|措施|政策|实施方案|行动方案)$")
                    ? EventType.POLICY
                    : EventType.LAUNCH;
            case CONFERENCE, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, FINANCING, LISTING, ACQUISITION, UNVEILING,
                    POLICY, ORDER, PAYOUT, MEETING ->
                trigger.type();
        };
    }

    private static String shortName(Scene scene, Trigger trigger) {
        String clause = scene.of(trigger.clause()).strip();
        return clause.length() <= 40 && clause.indexOf(Article.LOST) < 0 ? clause : scene.of(trigger.span());
    }
}
