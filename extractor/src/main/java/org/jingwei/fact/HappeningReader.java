package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Period;
import org.jingwei.text.NameMention.Type;

/** Triggers to events; what several clauses tell of one happening is one event. */
final class HappeningReader {
    /** 投产当天, 在签约后接受采访, 签约单上: told beside something that is told elsewhere. */
    private static final Pattern BESIDE = Pattern.compile("(?:当天|当日|前一天|前一日|前夕|次日|后(?!续)|单上|单里|名单)");
    private static final Pattern REFERS = Pattern.compile("(?s)(?:.*在)?");

    private static final Pattern THIS_ONE = Pattern.compile("(?:此次|本次|这次|此番|这批)(?:集中)?$");
    private static final Pattern AMONG = Pattern.compile("项?目?[中里]");
    private static final Pattern BY_NOW = Pattern.compile("目前|眼下|如今|现已|至今");

    private static final Pattern CONTRACT = Pattern.compile("与.+签[订署]|中标");
    private static final Pattern FUND = Pattern.compile("基金(?:正式|宣布|宣告|随即)*$");
    private static final Pattern COMPANY = Pattern.compile("公司|银行|集团");
    /** 解除2019年签订的…, 终止与某公司签署的…: what was agreed before is at an end. */
    private static final Pattern CALLED_OFF = Pattern.compile("(?:终止|解除|撤销|取消|撤回)[^，。；]{0,30}$");
    /** 一期年内开工: still to come, if it is not told as done. */
    private static final Pattern STILL_TO_COME = Pattern.compile("(?:年内|年底前|近期|届时|明年|后年|下一步)(?:[^，已又第了]{0,6})$");

    void read(Scene scene, Trigger trigger, List<Draft.Event> events) {
        Clause clause = trigger.clause();
        boolean ahead = ahead(scene, trigger);
        Status said = Modality.of(scene, clause, trigger.span());
        Status status = said == Status.ACTUAL && ahead ? Status.PLANNED : said;
        if (status == Status.TARGET || denied(scene.left(clause, trigger.span())) || notAHappening(scene, trigger)) {
            return;
        }
        Optional<Draft.Event> ceremony = ceremony(scene, trigger, events);
        if (ceremony.isPresent()) {
            scene.names(clause.span(), Type.PERSON).forEach(n -> ceremony.get().participants.add(n.full()));
            return;
        }
        EventType happened = typeInContext(scene, trigger);
        Optional<EventType> type = status == Status.PLANNED
                ? planned(scene, trigger, happened, ahead, events)
                : Optional.of(happened);
        if (type.isEmpty() || type.get() == EventType.FINANCING && listing(clause, events)) {
            return;
        }
        Optional<String> object = EventObject.of(scene, trigger);
        boolean agenda = object.isPresent() && EventObject.partner(scene, trigger).isEmpty();
        Optional<Draft.Event> same = SameHappening.of(scene, trigger, type.get(), object, agenda, events);
        if (same.isPresent()) {
            add(scene, trigger, object, same.get());
        } else if (!SameHappening.joined(scene, trigger)) {
            var event = new Draft.Event(type.get(), "trigger " + trigger.word(), clause, trigger.span(),
                    object.orElseGet(() -> shortName(scene, trigger)));
            event.object = object;
            event.status = type.get() == EventType.INVESTMENT_PLAN ? Status.PLANNED : status;
            set(scene, trigger, event, agenda, events);
            if (!Background.atOnce(event)) {
                events.add(event);
            }
        }
    }

    private static boolean ahead(Scene scene, Trigger trigger) {
        return STILL_TO_COME.matcher(scene.left(trigger.clause(), trigger.span())).find()
                || Setting.date(scene, trigger.clause(), trigger.span())
                        .filter(d -> scene.published().filter(p -> d.first().isAfter(p)).isPresent()).isPresent();
    }

    /** What a happening of this type is while it is only planned; absent when a plan for it is no event. */
    private static Optional<EventType> planned(Scene scene, Trigger trigger, EventType type, boolean ahead,
            List<Draft.Event> events) {
        return switch (type) {
            case COMPLETION, CONFERENCE, MEETING, UNVEILING, LAUNCH, POLICY -> Optional.empty();
            case GROUNDBREAKING ->
                scene.of(trigger.clause()).contains("集中") || ahead && ofProject(scene, trigger, events)
                        ? Optional.of(EventType.INVESTMENT_PLAN)
                        : Optional.empty();
            case SIGNING, INVESTMENT_PLAN, FINANCING, LISTING, ACQUISITION, ESTABLISHMENT, ORDER, PAYOUT ->
                Optional.of(type);
        };
    }

    /** What a further clause tells of an event. */
    private static void add(Scene scene, Trigger trigger, Optional<String> object, Draft.Event event) {
        Clause clause = trigger.clause();
        event.evidence.add(clause.span());
        event.date = event.date.or(() -> Setting.date(scene, clause, trigger.span()));
        if (event.object.isEmpty()) {
            event.places.addAll(event.places.isEmpty() ? Setting.places(scene, clause) : List.of());
            if (object.isEmpty()) {
                event.participants.addAll(EventSetting.parties(scene, trigger));
            }
        }
    }

    /** When, where and by whom; of what is told before, what it goes on with. */
    private static void set(Scene scene, Trigger trigger, Draft.Event event, boolean agenda,
            List<Draft.Event> events) {
        Clause clause = trigger.clause();
        EventSetting.place(scene, event, trigger);
        if (agenda) {
            event.participants.clear();
            event.participants.addAll(EventObject.inside(scene, clause, event.object.get(), trigger.span()));
        }
        Optional<Draft.Event> stage = event.status == Status.ACTUAL || event.type == EventType.PAYOUT
                ? EventSetting.stage(scene, event.type, clause, events)
                : Optional.empty();
        if (stage.isEmpty() && agenda) {
            stage = EventSetting.agenda(event.type, clause, events);
        }
        event.parent = stage.filter(e -> event.date.isEmpty() || SameHappening.date(scene, e, trigger));
        event.parent.ifPresent(parent -> {
            List<String> located = Setting.located(scene, clause);
            boolean here = located.isEmpty() || atTable(event.type) && !parent.places.isEmpty();
            event.places.clear();
            event.places.addAll(here ? parent.places : located);
        });
        event.date = event.date
                .or(() -> event.parent.filter(e -> !EventSetting.onOneOfItsDays(scene, e, clause)).flatMap(e -> e.date))
                .or(() -> NamedDay.isCalled(scene, clause)
                        ? NamedDay.in(scene, clause, events)
                        : EventSetting.sameDay(scene, clause, events))
                .or(() -> EventSetting.dayReferredTo(scene, clause));
        if (event.date.isEmpty() && event.places.isEmpty()) {
            EventSetting.sameOccasion(scene, trigger, events).ifPresent(e -> {
                event.date = e.date;
                event.places.addAll(e.places);
            });
        }
    }

    /** What is signed, unveiled or published at a gathering happens where that is, not where it will be built. */
    private static boolean atTable(EventType type) {
        return switch (type) {
            case SIGNING, UNVEILING, LAUNCH, FINANCING, ORDER -> true;
            case CONFERENCE, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, LISTING, ACQUISITION, ESTABLISHMENT, POLICY,
                    PAYOUT, MEETING ->
                false;
        };
    }

    /** Statistics are published, factories open again after a holiday: neither is a happening of its kind. */
    private static boolean notAHappening(Scene scene, Trigger trigger) {
        String left = scene.left(trigger.clause(), trigger.span());
        String right = scene.right(trigger.clause(), trigger.span());
        if (BESIDE.matcher(right).lookingAt() && REFERS.matcher(left).matches()) {
            return true;
        }
        if (THIS_ONE.matcher(left).find() && AMONG.matcher(right).lookingAt()) {
            return true; // 是此次签约中最大的一个
        }
        return switch (trigger.type()) {
            // 累计募集资金1305亿元: a sum of many
            case FINANCING -> left.matches("(?s).*(累计|合计|总共|共计|[家个]企业)[^，]{0,6}$");
            // 按每人1000元的标准发放: how, not that; 截至5月底已发放18.7亿元, 上半年发放1.2亿元: how much so far
            case PAYOUT -> left.matches("(?s).*(按|标准|每[人户月年])[^，]*$") || soFar(scene, trigger);
            // 启动发放消费券: told as what is given out
            case LAUNCH -> trigger.word().equals("启动") && right.matches("(?s)^[^，]{0,24}(发放|投放).*")
                    || right.matches("(?s)^[^，]*([一三]季报|半年报|年报|数据|指标|统计|报告|业绩|财报|公告|消息|预警|通知).*");
            case GROUNDBREAKING -> trigger.word().equals("复工") && !left.matches("(?s).*(集中|项目|工程)[^，]{0,4}$")
                    || left.matches("(?s).*(企业|工厂|商户|门店)[^项工]{0,6}$|.*([一二三四五六七八九]成|%|百分之.{1,4})(以上|的)?[^项工]{0,4}$");
            // 累计签约项目186个, 已确定签约项目31个: how many so far
            // 与11家企业签订供货意向: no agreement yet; 签订三份重大合同: told one by one behind it
            case SIGNING -> left.matches("(?s).*(累计|已确定|迄今|至今)[^，]{0,6}$")
                    || right.matches("(?s)^[^，《]{0,8}意向$|^[^，《]{0,3}意向[^，《]{0,4}合同.*")
                    || left.matches("(?s).*已$") && right.matches("(?s)^[^，]{0,10}\\d+余?[份个项].*")
                            && Setting.date(scene, trigger.clause(), trigger.span()).isEmpty()
                    || right.matches("(?s)^.{0,6}?[两二三四五六七八九十\\d]+[份笔单个项][^，与]{0,8}(合同|订单)$") && listed(scene, trigger);
            // 已建成各类冷库4980座, 其中投产面积11万亩: what there is
            case COMPLETION -> right.startsWith("面积")
                    || left.matches("(?s).*已(有\\d+[个家座条]?)?$") && counted(scene, trigger)
                            && (Setting.date(scene, trigger.clause(), trigger.span()).isEmpty()
                                    || byNow(scene, trigger));
            // 收购苹果1.1万吨: goods
            case ACQUISITION -> trigger.word().equals("收购")
                    && right.matches("(?s)^[^，]{0,12}?[\\d.]+[十百千万]?(吨|公斤|斤|千克|头|只|枚).*");
            // 会谈机制, 会见结束后: not that they met
            case MEETING -> right.matches("(?s)^(机制|结束).*");
            // 某公司揭牌成立: founded; 某研究院揭牌成立: unveiled
            case UNVEILING -> right.startsWith("成立") && COMPANY.matcher(left).find();
            case ESTABLISHMENT -> left.endsWith("揭牌") && !COMPANY.matcher(left).find();
            case ORDER -> right.matches("(?s)^.{0,2}[两二三四五六七八九十\\d]+[份笔单个项][^，与]{0,8}(合同|订单|项目)$")
                    && listed(scene, trigger);
            case CONFERENCE, INVESTMENT_PLAN, LISTING, POLICY -> false;
        };
    }

    /** 去年9月开工，眼下已建成大棚640栋: how far it is, not what happened on the day told before. */
    private static boolean byNow(Scene scene, Trigger trigger) {
        return BY_NOW.matcher(scene.left(trigger.clause(), trigger.span())).find()
                && scene.quantities(trigger.clause().span(), Period.class).isEmpty();
    }

    /** Whether the sentence says of which stretch of time the sum is that is paid out. */
    private static boolean soFar(Scene scene, Trigger trigger) {
        String before = scene.between(scene.sentenceSpan(trigger.clause()).start(), trigger.span().start());
        return before.matches("(?s).*(截至|截止|累计|以来).*")
                || scene.quantities(scene.sentenceSpan(trigger.clause()), Period.class).stream()
                        .anyMatch(p -> p.span().end() <= trigger.span().start() && p.cumulative());
    }

    /** Whether contracts of which each names its other side are told behind it, in this paragraph or the next. */
    private static boolean listed(Scene scene, Trigger trigger) {
        Clause here = trigger.clause();
        return scene.clauses().stream().filter(c -> c.index() > here.index() && c.paragraph() - here.paragraph() <= 1)
                .filter(c -> CONTRACT.matcher(scene.of(c)).find()).count() > 1;
    }

    /** Whether a number says how many there are: 已有79个建成, 已建成冷库4980座. */
    private static boolean counted(Scene scene, Trigger trigger) {
        return !scene.quantities(trigger.clause().span(), Numbered.class).isEmpty()
                && scene.names(trigger.clause().span(), Type.ORG).isEmpty();
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
        return Assertion.negated(left) || CALLED_OFF.matcher(left).find() || left.matches("(?s).*(公司|企业|项目|集团)原$")
                || left.matches("(?s).*(不会|无|暂停)[^，]{0,3}$");
    }

    /** 签订…合同 is an order; a fund that is set up is financing. */
    private static EventType typeInContext(Scene scene, Trigger trigger) {
        String right = scene.right(trigger.clause(), trigger.span());
        return switch (trigger.type()) {
            case SIGNING -> right.matches("(?s)^.{0,40}(总承包|采购|购销|订购|出口|销售|供货|施工|供应|工程|买卖|建设工程)[^，]{0,8}(合同|订单).*")
                    ? EventType.ORDER
                    : right.matches("(?s)^.{0,20}(股权|股份|资产|成交)[^，]{0,6}(转让|收购|购买|确认)[^，]{0,4}(协议|合同|书).*")
                            ? EventType.ACQUISITION
                            : right.matches("(?s)^.{0,20}(贷款|融资(?!租赁)|授信|借款|银团)[^，]{0,4}(协议|合同).*")
                                    ? EventType.FINANCING
                                    : EventType.SIGNING;
            case ESTABLISHMENT -> right.matches("(?s)^.{0,20}(投资基金|产业基金|母基金|并购基金).*")
                    || FUND.matcher(scene.left(trigger.clause(), trigger.span())).find()
                            && (right.isEmpty() || right.startsWith("于"))
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
