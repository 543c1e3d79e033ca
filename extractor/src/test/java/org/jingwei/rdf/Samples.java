package org.jingwei.rdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.article.TextMap;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.EventType;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;
import org.jingwei.link.Link;
import org.jingwei.quantity.Bound;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;

/** Articles, facts and links to map: invented ones, and random ones from a seed. */
final class Samples {

    record Sample(Article article, List<Fact> facts, Function<String, Link> links) {
        ArticleGraph graph() {
            return new GraphMapper(Iris.standard()).map(article, facts, links);
        }
    }

    static final List<String> NAMES = List.of("云岭集团", "青川市", "云岭高新区", "李明远", "东澜股份", "中(德)产业园", "A/B 智能", "澜江省",
            "王若溪", "鼓楼区", "白石港", "𠮷田机械", "“新桥”公司", "海·星科技");
    private static final List<String> PERIODS = List.of("2021", "2021-Q1", "2021-H1", "2021-07", "2021-01/2021-04",
            "2016/2020", "2024-02-29");
    private static final List<String> DATES = List.of("2021-05-26", "2021-05", "2021");
    private static final List<String> UNITS = List.of("%", "倍", "位", "个百分点", "CNY", "USD", "吨", "万次/年", "台", "TEU");
    private static final List<String> INDICATORS = List.of("地区生产总值", "GDP", "进出口", "对“一带一路”国家出口", "PoO 42.5水泥价格");

    private Samples() {}

    /** An article whose cleaned text is its page, but for {@code repairs}. */
    static Article article(String page, List<Repair> repairs, Article.Metadata metadata) {
        int[] start = new int[page.length()];
        int[] end = new int[page.length()];
        for (int unit = 0; unit < page.length(); unit++) {
            int first = Character.isLowSurrogate(page.charAt(unit)) ? unit - 1 : unit;
            start[unit] = page.codePointCount(0, first);
            end[unit] = start[unit] + 1;
        }
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        RawPage raw = new RawPage("sample", "sample.txt", RawPage.Kind.TEXT, bytes, RawPage.sha256(bytes),
                RawPage.Stated.NOTHING);
        int headline = page.indexOf('\n');
        return new Article(raw, page, page, page,
                headline > 0 ? Optional.of(new Span(0, headline)) : Optional.empty(), new TextMap(start, end), repairs,
                metadata);
    }

    static Article.Metadata metadata(String title, String published) {
        return new Article.Metadata(Optional.ofNullable(title), Optional.ofNullable(published).map(LocalDate::parse),
                Optional.empty(), Optional.of("青川日报"), Optional.of("澜江新闻网"), List.of("周晓棠"), List.of("林一舟"),
                Optional.of("https://news.example/2021/0526.html"), Optional.empty(), false);
    }

    /** Facts of every kind with any values that the contract between the rooms allows. */
    static Sample random(long seed) {
        Random random = new Random(seed);
        String page = "标题" + seed + "𠮷\n" + IntStream.range(0, 400)
                .mapToObj(i -> i % 37 == 5 ? "𠮷" : i % 53 == 7 ? "<" : Character.toString('一' + i))
                .collect(Collectors.joining());
        List<Repair> repairs = List.of(new Repair(Repair.Kind.PINYIN_GLOSS, new Span(20, 26), ""),
                new Repair(Repair.Kind.MISFRAMED_BYTES, new Span(60, 64), "〓"));
        boolean traditional = random.nextBoolean();
        Article article = article(page, repairs,
                new Article.Metadata(random.nextBoolean() ? Optional.of("标题" + seed) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(LocalDate.of(2021, 5, 28)) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(LocalTime.of(10, random.nextInt(60))) : Optional.empty(),
                        Optional.of("青川日报"), Optional.empty(), List.of("周晓棠"), List.of(),
                        Optional.of("https://news.example/青川 1.html"), Optional.of("not an address"), traditional));
        List<Fact> facts = new Facts(random, page.length()).all();
        Map<String, Link> links = links(random);
        return new Sample(article, facts, name -> links.getOrDefault(name, new Link.Unlinked()));
    }

    private static Map<String, Link> links(Random random) {
        Link.Thing region = new Link.Thing(Link.Kind.REGION, "region/320500", "青川市");
        Link.Thing zone = new Link.Thing(Link.Kind.ZONE, "zone/yunling-gaoxin", "云岭高新技术产业开发区");
        Link.Thing company = new Link.Thing(Link.Kind.ORGANISATION, "organisation/600000", "云岭集团股份有限公司");
        Link.Thing country = new Link.Thing(Link.Kind.COUNTRY, "country/DE", "德国");
        Map<String, Link> links = new LinkedHashMap<>();
        for (String name : NAMES) {
            links.put(name, switch (random.nextInt(7)) {
                case 0 -> new Link.Linked(region, "the only one of that name");
                case 1 -> new Link.Linked(zone, "named in full");
                case 2 -> new Link.Linked(company, "its short name");
                case 3 -> new Link.Linked(country, "its name");
                case 4 -> new Link.Ambiguous(List.of(new Link.Candidate(region, 0.6), new Link.Candidate(zone, 0.4)));
                default -> new Link.Unlinked();
            });
        }
        return links;
    }

    private static final class Facts {
        private final Random random;
        private final int length;
        private final List<Fact> facts = new ArrayList<>();
        private final List<String> owners = new ArrayList<>();
        private int at = 0;

        Facts(Random random, int length) {
            this.random = random;
            this.length = length;
        }

        List<Fact> all() {
            NAMES.stream().filter(name -> random.nextInt(4) > 0)
                    .forEach(name -> facts.add(new Fact.Name(name, any(NameMention.Type.values()), evidence())));
            int events = random.nextInt(13);
            for (int i = 1; i <= events; i++) {
                event("e" + i, i);
            }
            int projects = random.nextInt(12);
            for (int i = 1; i <= projects; i++) {
                facts.add(
                        new Fact.Project("p" + i, any("项目0", "项目1", "项目1一期", "项目3", "项目3二期"), names(), names(),
                                any(Fact.Phase.values()),
                                events > 0 ? maybe("e" + (1 + random.nextInt(events))) : Optional.empty(), evidence()));
                owners.add("p" + i);
            }
            for (int i = random.nextInt(12); i > 0 && !owners.isEmpty(); i--) {
                facts.add(
                        new Fact.Money(any(owners), any(Fact.AmountRole.values()), positive(), any("CNY", "USD", "JPY"),
                                random.nextBoolean(), any(Bound.values()), any(Status.values()), "约5.36亿", evidence()));
                facts.add(
                        new Fact.Number(any(owners), any("签约项目", "项目", "嘉宾", "年产能"), positive(), any("个", "人", "吨", ""),
                                any(Bound.values()), any(Status.values()), "92个", evidence()));
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                facts.add(indicator());
                facts.add(new Fact.Role(any(NAMES), any("副市长", "CEO 兼总裁", "记者"), maybe(any(NAMES)), evidence()));
                facts.add(new Fact.Cooperation(pair(), maybe("数字化基地"), evidence()));
                facts.add(new Fact.Designation(any(NAMES), any("国家级高新区", "“专精特新”企业"), maybe(any(NAMES)),
                        maybe(any(DATES)),
                        random.nextBoolean(), evidence()));
                facts.add(new Fact.Quotation(any(NAMES), any("我们‘一站式’办理。下周就开。", "来了就是自己人"), evidence()));
                facts.add(new Fact.Discarded("?2個", "the number is damaged", evidence()));
            }
            return List.copyOf(facts);
        }

        private void event(String id, int number) {
            Optional<String> date = maybe(any(DATES));
            Optional<String> parent = number > 1 ? maybe("e" + (1 + random.nextInt(number - 1))) : Optional.empty();
            facts.add(new Fact.Event(id, any(EventType.values()), any("推介会", "签约", "开工"), any("“云岭”推介会", "云岭论坛"), date,
                    random.nextBoolean(), names(), names(), parent, any(Status.values()), evidence()));
            owners.add(id);
        }

        private Fact indicator() {
            return new Fact.Indicator(any(NAMES), any(INDICATORS), any(Fact.Measure.values()),
                    random.nextBoolean() ? positive() : positive().negate(), any(UNITS), random.nextBoolean(),
                    maybe(any(PERIODS)), random.nextBoolean(),
                    Optional.ofNullable(maybe(any(Fact.Basis.values())).orElse(null)),
                    maybe(any(List.of("全省", "青川市"))), any(Bound.values()), any(Status.values()),
                    any("增长4.2倍", "翻一番", "是去年的1.8倍", "占12%"), evidence());
        }

        private BigDecimal positive() {
            return BigDecimal.valueOf(1 + random.nextInt(10000), random.nextInt(5) - 2);
        }

        private List<String> pair() {
            Set<String> parties = new LinkedHashSet<>(names());
            for (int i = 0; parties.size() < 2; i++) {
                parties.add(NAMES.get(i));
            }
            return List.copyOf(parties);
        }

        private List<String> names() {
            Set<String> names = new LinkedHashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                names.add(random.nextInt(8) == 0 ? "未列" + random.nextInt(3) : any(NAMES));
            }
            return List.copyOf(names);
        }

        /** Each a place of its own, so that no two statements claim the same characters. */
        private Evidence evidence() {
            at = (at + 1) % (length - 8);
            int start = at;
            List<Span> spans = new ArrayList<>(List.of(new Span(start, start + 1 + random.nextInt(6))));
            if (random.nextInt(3) == 0) {
                spans.add(new Span(0, 3));
            }
            return new Evidence(spans, "some-rule", random.nextInt(101) / 100.0,
                    random.nextInt(6) == 0 ? List.of("the numbers disagree") : List.of());
        }

        private <T> Optional<T> maybe(T value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }

        @SafeVarargs
        private <T> T any(T... values) {
            return values[random.nextInt(values.length)];
        }

        private <T> T any(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
