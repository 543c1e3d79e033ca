package org.jingwei.fact;

import java.util.regex.Pattern;
import org.jingwei.text.Cue;

/** What statistics are called. Stateless but for its words; thread-safe. */
final class StatisticNames {
    /** 寄递量, 成交额: names that end like those of statistics, apart from money that somebody agrees on. */
    private static final Cue AMOUNTS = Cue.of("(?<![大力质批能数变剂定])量$|(?<!投资|总金|合同|签约|意向|名)额$|(?<!价|估|升|贬|增)值$");
    private static final Cue TALK = Cue.of(
            "表示|认为|指出|介绍|告诉|记者|公告|签约|持股|股权|股份比例|内部收益率|投资收益率|投资回报率|控球率|命中率|胜率|收视率|上座率|支持率|回收期|毛利率为负|建设周期|概率|折扣|(?<!平均)利率");
    /** 比去年末, 较上年同期: what the change is held against. */
    private static final Pattern AGAINST = Pattern
            .compile("[，,]?(?:同比|环比|[比较]?[去上前][年月]末?(?:同期|同月)?|[比较][^，]{1,10}(?:年|月|期|末|底|初|季度))(?:相比|又|共|累计)?$");

    /** 较去年同期（下同）. */
    private static final Pattern FROM_HERE_ON = Pattern.compile("[（(][^（()）]{0,12}下同[）)]");

    /** 扣除留抵退税因素后同口径: by which count, not of what. */
    private static final Pattern CORRECTED = Pattern
            .compile(
                    "(?:[，,]?(?:扣除|剔除|还原)[^，、]{1,16}后的?)?(?:按?同口径|按?可比口径)(?:计算)?[，,]?$|[，,]?(?:扣除|剔除|还原)[^，、]{1,16}(?:因素|影响)后的?$");

    private static final Pattern PACE = Pattern.compile("(?:加快|放缓)了?$");

    private final Pattern exactly = Pattern.compile(String.join("|", Words.lines("indicator-heads.txt")));
    private final Cue head = Cue.of("(?:" + String.join("|", Words.lines("indicator-heads.txt")) + ")$");

    /** Whether a statistic can be called so. */
    boolean isStatistic(String phrase) {
        return head.in(phrase) || phrase.length() >= 3 && AMOUNTS.in(phrase);
    }

    /** What kind of statistic it is, by the last of its words: 增加值, 吞吐量; empty when it is called otherwise. */
    String head(String phrase) {
        for (int i = 0; i < phrase.length() - 1; i++) {
            if (exactly.matcher(phrase.substring(i)).matches()) {
                return phrase.substring(i);
            }
        }
        return "";
    }

    /** Whether words tell of somebody saying something, or of ratios that nobody publishes statistics of. */
    static boolean talk(String words) {
        return TALK.in(words);
    }

    /** The name in the words before a change, without what the change is held against; empty when there is none. */
    static String ofChange(String words) {
        String bare = PACE.matcher(FROM_HERE_ON.matcher(words).replaceAll("")).replaceFirst("");
        return Phrases.before(AGAINST.matcher(CORRECTED.matcher(bare).replaceFirst("")).replaceFirst(""));
    }
}
