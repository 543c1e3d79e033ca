package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.quantity.Rate;

/** 三次产业结构为7.6:44.7:47.7: what shares of the gross product the three sectors have. */
final class Sectors {
    private static final List<String> NAMES = List.of("第一产业", "第二产业", "第三产业");
    private static final String WHOLE = "地区生产总值";
    private static final Pattern AGAINST = Pattern.compile("[:：∶比]");
    /** Not 三次产业就业人员比: the parts of something else. */
    private static final Pattern THREE = Pattern
            .compile("(?:三次产业|三产|[二、]三产业)(?:增加值)?(?:的)?(?:结构|比例|比重|占比|之?比|构成|占(?:地区)?生产总值)[^就从投税用贷，]*$");

    private Sectors() {}

    /** The share that one of three numbers held against each other states; absent when the rate is no such number. */
    static Optional<Indicator> of(Scene scene, Clause clause, Rate rate, IndicatorContext context) {
        if (rate.kind() != Rate.Kind.SHARE || !THREE.matcher(scene.left(clause, rate.span())).find()) {
            return Optional.empty();
        }
        List<Rate> all = scene.quantities(clause.span(), Rate.class);
        int at = all.indexOf(rate);
        int first = at;
        while (first > 0 && against(scene, all.get(first - 1), all.get(first))) {
            first--;
        }
        int last = at;
        while (last + 1 < all.size() && against(scene, all.get(last), all.get(last + 1))) {
            last++;
        }
        return last - first + 1 == NAMES.size()
                ? Shares.of(scene, clause, rate, NAMES.get(at - first), Optional.of(WHOLE), context)
                : Optional.empty();
    }

    private static boolean against(Scene scene, Rate left, Rate right) {
        return AGAINST.matcher(scene.between(left.span().end(), right.span().start())).matches();
    }
}
