package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.EventType;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;
import org.jingwei.link.Link;
import org.jingwei.quantity.Bound;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention.Type;

/** An invented article on a promotion conference with facts of every kind, each at the characters that state it. */
final class Bulletin {
    static final String PAGE = """
            总投资120亿元 15个项目签约落户常州高新区
            5月18日,常州高新区(qū)投资环境推介会在上海举行。常州市副市长陆文清出席。会上15个项目集中签约,总投资约120亿元。\
            其中,蓝湾科技华东总部项目由蓝湾科技投资8亿元建设,星禾医药研发中心项目落户常州高新区。
            蓝湾科技与常州大学签署战略合作协议,共建智能制造实验室。“常享购”消费平台同日发布。
            今年一季度,常州高新区地区生产总值增长6.2%,实际使用外资增长1.5倍,进出口总额达88亿元;\
            全区新增企业?〓8家。另据市统计局,一季度常州高新区地区生产总值增长6.4%。鼓楼区代表参会。
            当日,常州高新区被科技部列为国家创新型产业集群试点。“项目来了,服务就要跟上。”陆文清说。
            """;

    private final List<Fact> facts = new ArrayList<>();

    private Bulletin() {}

    static Samples.Sample sample() {
        Article article = Samples.article(PAGE,
                List.of(new Repair(Repair.Kind.PINYIN_GLOSS, gloss(), ""), lost()),
                Samples.metadata("总投资120亿元 15个项目签约落户常州高新区", "2023-05-19"));
        return new Samples.Sample(article, new Bulletin().facts(), Bulletin::link);
    }

    private static Span gloss() {
        int at = PAGE.indexOf("(qū)");
        return new Span(at, at + 4);
    }

    private static Repair lost() {
        int at = PAGE.indexOf("〓");
        return new Repair(Repair.Kind.MISFRAMED_BYTES, new Span(at, at + 1), "〓");
    }

    private static Link link(String name) {
        return switch (name) {
            case "常州高新区" -> zone("常州高新技术产业开发区");
            case "常州市" -> region("320400", "常州市");
            case "上海" -> region("310000", "上海市");
            case "鼓楼区" -> new Link.Ambiguous(
                    List.of(new Link.Candidate(new Link.Thing(Link.Kind.REGION, "region/320106", "鼓楼区"), 0.5),
                            new Link.Candidate(new Link.Thing(Link.Kind.REGION, "region/320302", "鼓楼区"), 0.3)));
            default -> new Link.Unlinked();
        };
    }

    private static Link zone(String label) {
        return new Link.Linked(new Link.Thing(Link.Kind.ZONE, "zone/changzhou-high-tech", label), "named in full");
    }

    private static Link region(String code, String label) {
        return new Link.Linked(new Link.Thing(Link.Kind.REGION, "region/" + code, label), "one of that name");
    }

    private List<Fact> facts() {
        name("常州高新区", Type.PLACE);
        name("上海", Type.PLACE);
        name("常州市", Type.PLACE);
        name("鼓楼区", Type.PLACE);
        name("蓝湾科技", Type.ORG);
        name("星禾医药", Type.ORG);
        name("常州大学", Type.ORG);
        name("科技部", Type.ORG);
        name("陆文清", Type.PERSON);
        event("e1", EventType.CONFERENCE, "推介会", "常州高新区投资环境推介会", List.of("上海"), List.of("陆文清"), null);
        event("e2", EventType.SIGNING, "签约", "项目集中签约", List.of("常州高新区"), List.of(), "e1");
        event("e3", EventType.LAUNCH, "发布", "“常享购”消费平台发布", List.of(), List.of(), "e1");
        project("p1", "蓝湾科技华东总部项目", List.of("蓝湾科技"));
        project("p2", "星禾医药研发中心项目", List.of("星禾医药"));
        money("e2", Fact.AmountRole.TOTAL_INVESTMENT, "12000000000", Bound.ABOUT, "约120亿元");
        money("p1", Fact.AmountRole.TOTAL_INVESTMENT, "800000000", Bound.EXACT, "8亿元");
        facts.add(new Fact.Number("e2", "签约项目", BigDecimal.valueOf(15), "个", Bound.EXACT, Status.ACTUAL, "15个",
                evidence("15个项目集中签约", 0.95)));
        indicator("地区生产总值", Fact.Measure.GROWTH, "6.2", "%", "增长6.2%", Fact.Basis.YOY);
        indicator("实际使用外资", Fact.Measure.MULTIPLE, "1.5", "倍", "增长1.5倍", Fact.Basis.YOY);
        indicator("进出口总额", Fact.Measure.LEVEL, "8800000000", "CNY", "88亿元", null);
        indicator("地区生产总值", Fact.Measure.GROWTH, "6.4", "%", "增长6.4%", Fact.Basis.YOY);
        facts.add(new Fact.Role("陆文清", "副市长", Optional.of("常州市"), evidence("常州市副市长陆文清", 0.97)));
        facts.add(new Fact.Cooperation(List.of("蓝湾科技", "常州大学"), Optional.of("智能制造实验室"),
                evidence("蓝湾科技与常州大学签署战略合作协议", 0.9)));
        facts.add(new Fact.Designation("常州高新区", "国家创新型产业集群试点", Optional.of("科技部"), Optional.of("2023-05-18"), true,
                evidence("国家创新型产业集群试点", 0.8)));
        facts.add(new Fact.Quotation("陆文清", "项目来了,服务就要跟上。", evidence("项目来了,服务就要跟上。", 0.9)));
        facts.add(new Fact.Discarded("?〓8家", "the number is damaged", evidence("?〓8家", 1)));
        return List.copyOf(facts);
    }

    private void name(String name, Type type) {
        facts.add(new Fact.Name(name, type, evidence(name, 0.9)));
    }

    private void event(String id, EventType type, String trigger, String name, List<String> places,
            List<String> participants, String parent) {
        facts.add(new Fact.Event(id, type, trigger, name, Optional.of("2023-05-18"), true, places, participants,
                Optional.ofNullable(parent), Status.ACTUAL, evidence(trigger, 0.9)));
    }

    private void project(String id, String name, List<String> investors) {
        facts.add(new Fact.Project(id, name, investors, List.of("常州高新区"), Fact.Phase.SIGNED, Optional.of("e2"),
                evidence(name, 0.8)));
    }

    private void money(String of, Fact.AmountRole role, String value, Bound bound, String text) {
        facts.add(new Fact.Money(of, role, new BigDecimal(value), "CNY", true, bound, Status.ACTUAL, text,
                evidence(text, 0.9)));
    }

    private void indicator(String indicator, Fact.Measure measure, String value, String unit, String text,
            Fact.Basis basis) {
        facts.add(new Fact.Indicator("常州高新区", indicator, measure, new BigDecimal(value), unit, true,
                Optional.of("2023-Q1"), true, Optional.ofNullable(basis), Optional.empty(), Bound.EXACT, Status.ACTUAL,
                text, evidence(text, 0.6)));
    }

    private static Evidence evidence(String words, double confidence) {
        int at = PAGE.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the article: " + words);
        }
        return new Evidence(List.of(new Span(at, at + words.length())), "sample", confidence);
    }
}
