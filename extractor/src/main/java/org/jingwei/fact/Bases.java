package org.jingwei.fact;

import java.util.regex.Pattern;
import org.jingwei.quantity.Quantity;

/** What a number was before: 由10亿元增至25亿元, 由“18.72亿元”更正为…, (去年同期为下降3%). Nothing reports it as what is. */
final class Bases {
    private static final Pattern FROM = Pattern.compile("[由从][^，由从]{0,12}$");
    private static final Pattern TO = Pattern.compile("^[”\"’]?[^，]{0,6}?(?:提高|增|提升|扩大|上升|上涨|升|降|下跌|转|回升|回落|缩|减少|跌"
            + "|更正|更改|修正|修订|调整|调减|调增|下调|上调|核减|变更|改|压减|压缩|追加)");
    private static final Pattern YEAR_BEFORE = Pattern.compile("(?<![比较与和是由从])(?:去年|上年|前年)同期(?!相比|增|下|提)[^，]{0,8}$");

    private Bases() {}

    static boolean is(Scene scene, Clause clause, Quantity quantity) {
        String left = scene.left(clause, quantity.span());
        return FROM.matcher(left).find() && TO.matcher(scene.right(clause, quantity.span())).find()
                || YEAR_BEFORE.matcher(left).find();
    }
}
