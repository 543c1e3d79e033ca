package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Whom the values of 分别 belong to, in order: 广州、深圳、佛山地区生产总值分别为… (regions, one statistic) or
 * 投资、出口分别增长… (one region, several statistics) or 2024年至2026年净利润分别为… (one statistic, several years).
 *
 * @param regions one for each value, or empty when the region in force holds for all
 * @param phrases one for each value
 * @param years   one for each value, or empty when the period in force holds for all
 */
record Distribution(List<String> regions, List<String> phrases, List<Period> years) {
    static final String WORD = "分别";

    /** Where a list may be cut: a name may have 和 in itself (化学原料和化学制品制造业). */
    private static final List<Pattern> CUTS = Stream
            .of("[、和及与]", "、|[和及与](?=[^、和及与]*$)", "、", "[和及与](?=[^和及与]*$)").map(Pattern::compile).toList();
    private static final Pattern SHARES = Pattern
            .compile(WORD + "占(?:到|了)?([^，占]{1,20}?)的?(?:比重为?)?(?:[约近超达]|超过)?(?=[\\d一二三四五六七八九])");
    private static final Pattern PEOPLE = Pattern.compile("^(?:城镇|城市|农村|乡村)");

    /** 甲、乙、丙分列第三、第四、第五. */
    private static final Pattern RANKED = Pattern.compile("分[列居获](?:全[国省市]|世界)?第");
    private static final Pattern BARE = Pattern.compile("[-\\d.]");

    /** 城镇、乡村市场分别实现…: parts of what the sentence has told of. */
    private static final Pattern PLACE_OF_SALE = Pattern.compile("(?:市场|地区|部分|消费品零售额)$");

    int size() {
        return phrases.size();
    }

    /** 运输货物5.6万箱，货值112亿元，同比增长21%、36%: rates one after the other, and no 分别 or noun says of what each is. */
    static boolean unnamed(Scene scene, Clause clause) {
        if (RANKED.matcher(scene.of(clause)).find()) {
            return true;
        }
        List<Rate> rates = scene.quantities(clause.span(), Rate.class);
        return IntStream.range(1, rates.size())
                .anyMatch(i -> scene.between(rates.get(i - 1).span().end(), rates.get(i).span().start()).equals("、")
                        && BARE.matcher(scene.of(rates.get(i).span())).lookingAt());
    }

    /** Statistics of the region and period in force. */
    static Distribution of(List<String> phrases) {
        return new Distribution(List.of(), List.copyOf(phrases), List.of());
    }

    /**
     * What the clause lists before 分别; absent when that is no list of so many, or not one that can be told apart.
     *
     * @param told what the sentence has told of before, for regions that are listed without a statistic; may be empty
     */
    static Optional<Distribution> in(StatisticNames names, Scene scene, Clause clause, int values, String told) {
        int at = scene.of(clause).indexOf(WORD);
        int from = 0;
        int base = clause.span().start();
        List<Period> periods = scene.quantities(clause.span(), Period.class).stream()
                .filter(p -> p.span().end() - base <= at).toList();
        for (Period period : periods) {
            from = Math.max(from, period.span().end() - base);
        }
        int start = from;
        Optional<Distribution> listed = CUTS.stream()
                .map(cut -> cut(names, scene, clause, new Span(base + start, base + at), cut, told))
                .flatMap(Optional::stream).filter(d -> d.size() == values).findFirst();
        return listed.or(() -> years(names, periods, Phrases.before(scene.of(clause).substring(start, at)), values));
    }

    private static Optional<Distribution> cut(StatisticNames names, Scene scene, Clause clause, Span list, Pattern at,
            String told) {
        var regions = new ArrayList<String>();
        var phrases = new ArrayList<String>();
        int start = list.start();
        for (String item : at.split(scene.of(list), -1)) {
            Span span = new Span(start, start + item.length());
            start = span.end() + 1;
            Optional<NameMention> region = scene.names(span).stream().filter(n -> n.type() != Type.PERSON)
                    .map(n -> LongerNames.whole(scene, clause, n)).filter(n -> span.contains(n.span()))
                    .filter(n -> scene.between(span.start(), n.span().start()).matches("(?:其中|而)?")).findFirst();
            region.ifPresent(n -> regions.add(n.full()));
            phrases.add(Phrases.before(region.map(n -> scene.between(n.span().end(), span.end())).orElse(item)));
        }
        if (regions.size() == 1 && !phrases.getFirst().isEmpty()) {
            regions.clear(); // 鄂州市投资、出口: the region of them all
        }
        if (phrases.size() < 2 || !regions.isEmpty() && regions.size() != phrases.size()) {
            return Optional.empty();
        }
        if (regions.isEmpty() && phrases.stream().allMatch(p -> PEOPLE.matcher(PLACE_OF_SALE.matcher(p)
                .replaceFirst("")).replaceFirst("").isEmpty()) && names.isStatistic(told)) {
            return Optional
                    .of(of(phrases.stream().map(p -> PLACE_OF_SALE.matcher(p).replaceFirst("") + told).toList()));
        }
        if (regions.isEmpty()) {
            return phrases.contains("") ? Optional.empty() : Optional.of(of(shared(names, phrases)));
        }
        if (phrases.subList(0, phrases.size() - 1).stream().anyMatch(p -> !p.isEmpty())) {
            return Optional.empty();
        }
        String common = phrases.getLast().isEmpty() ? behind(scene, clause, told) : phrases.getLast();
        phrases.replaceAll(p -> common);
        return Optional.of(new Distribution(List.copyOf(regions), List.copyOf(phrases), List.of()));
    }

    /** 甲山、乙湖景区分别接待游客…: the statistic behind the word; a verb alone goes on with what has been told. */
    private static String behind(Scene scene, Clause clause, String told) {
        int at = clause.span().start() + scene.of(clause).indexOf(WORD) + WORD.length();
        String verb = values(scene, clause).stream().findFirst()
                .map(q -> Phrases.before(scene.between(at, q.span().start()))).orElse("");
        return verb.isEmpty() || verb.length() <= 2 && told.contains(verb)
                ? told.substring(told.indexOf(verb.isEmpty() ? told : verb))
                : verb;
    }

    /** 制造业、化工业增加值; 城镇、农村居民人均可支配收入: what only the last of the list says holds for all. */
    private static List<String> shared(StatisticNames names, List<String> phrases) {
        String last = phrases.getLast();
        String head = names.head(last);
        return phrases.stream().map(p -> names.isStatistic(p) || head.isEmpty()
                ? p
                : PEOPLE.matcher(p).replaceFirst("").isEmpty() && PEOPLE.matcher(last).find()
                        ? p + PEOPLE.matcher(last).replaceFirst("")
                        : p + head)
                .toList();
    }

    /** 2024年至2026年净利润分别为…: as many years as values. */
    private static Optional<Distribution> years(StatisticNames names, List<Period> periods, String phrase, int values) {
        if (periods.size() != 1 || !names.isStatistic(phrase) || values < 2
                || periods.getFirst().last().getYear() - periods.getFirst().first().getYear() + 1 != values
                || periods.getFirst().first().getDayOfYear() != 1 || periods.getFirst().last().getMonthValue() != 12) {
            return Optional.empty();
        }
        Period run = periods.getFirst();
        List<Period> years = IntStream.range(0, values)
                .mapToObj(i -> StatisticalPeriod.year(run, run.first().getYear() + i)).toList();
        return Optional.of(new Distribution(List.of(), years.stream().map(y -> phrase).toList(), years));
    }

    /** 分别占工业增加值的…: of which whole the values are shares; absent when they are none. */
    static Optional<String> whole(Scene scene, Clause clause) {
        Matcher whole = SHARES.matcher(scene.of(clause));
        return whole.find() ? Optional.of(whole.group(1)) : Optional.empty();
    }

    /** The values behind 分别; periods are none. */
    static List<Quantity> values(Scene scene, Clause clause) {
        int at = clause.span().start() + scene.of(clause).indexOf(WORD);
        return scene.quantities(clause.span()).stream().filter(q -> !(q instanceof Period))
                .filter(q -> q.span().end() > at).toList();
    }
}
