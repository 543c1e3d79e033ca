package org.jingwei.fact;

import java.util.regex.Pattern;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.text.Cue;

/** What a number was before: 由10亿元增至25亿元, 由“18.72亿元”更正为…, (去年同期为下降3%). Nothing reports it as what is. */
final class Bases {
    private static final Cue FROM = Cue.of("[由从][^，由从]{0,12}$");
    private static final Pattern TO = Pattern.compile("^[”\"’]?[^，]{0,6}?(?:提高|增|提升|扩大|上升|上涨|升|降|下跌|转|回升|回落|缩|减少|跌"
            + "|更正|更改|修正|修订|调整|调减|调增|下调|上调|核减|变更|改|压减|压缩|追加)");
    private static final Cue YEAR_BEFORE = Cue.of("(?<![比较与和是由从于到超过达为])(?:去年|上年|前年|\\d{4}年)同期(?!相比|增|下|提|的|水平)[^，]*$");
    /** 去年同期，甲市进口30亿元: a clause that is nothing else. */
    private static final Pattern ONLY_BEFORE = Pattern.compile("^(?:而|且)?(?:去年|上年|前年|\\d{4}年)同期$");
    /** 占公司2022年营业收入150亿元的2%. */
    private static final Cue WHOLE = Cue.of("(?:占|相当于)[^，]*$");

    private Bases() {}

    static boolean is(Scene scene, Clause clause, Quantity quantity) {
        String left = scene.left(clause, quantity.span());
        return FROM.in(left) && TO.matcher(scene.right(clause, quantity.span())).find()
                || YEAR_BEFORE.in(left)
                || !(quantity instanceof Rate) && WHOLE.in(left)
                        && scene.right(clause, quantity.span()).startsWith("的")
                || scene.before(clause).filter(c -> c.sentence() == clause.sentence())
                        .filter(c -> ONLY_BEFORE.matcher(scene.of(c).strip()).find()).isPresent();
    }
}
