package org.jingwei.fact;

import java.util.regex.Pattern;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Places that a sentence names without anything happening there. */
final class PlacesAside {
    /** 总部位于某高新区的某公司: where the one who acts comes from. */
    private static final Pattern SEAT = Pattern.compile("(?:总部|注册地)(?:位于|设在|设于|在)?$");
    /** 看好中国医药市场的某集团: what somebody sells to. */
    private static final Pattern MARKET_OF = Pattern.compile("(?:看好|看中|看重)了?$");
    private static final Pattern MARKET = Pattern.compile("[^，。；]{0,10}市场");
    /** “沂州好物”消费券: goods that are called after it. */
    private static final Pattern REST_OF_NAME = Pattern.compile("[^”，。]{1,10}”[^，。；]{0,2}(?:消费券|品牌|产品|系列|礼包|套餐|惠民券|券)");
    private static final Pattern TOGETHER = Pattern.compile("[与和同]");

    private PlacesAside() {}

    static boolean is(Scene scene, NameMention place) {
        String behind = scene.text().substring(place.span().end());
        return SEAT.matcher(scene.justBefore(place.span(), 6)).find()
                || MARKET_OF.matcher(scene.justBefore(place.span(), 3)).find() && MARKET.matcher(behind).lookingAt()
                || scene.justBefore(place.span(), 1).equals("“") && REST_OF_NAME.matcher(behind).lookingAt();
    }

    /** 甲市与乙州协作的工程: one of two that have to do with one another. */
    static boolean side(Scene scene, NameMention place) {
        return scene.names().stream().filter(n -> n.type() != Type.PERSON)
                .anyMatch(n -> n.span().start() >= place.span().end()
                        && TOGETHER.matcher(scene.between(place.span().end(), n.span().start())).matches()
                        || n.span().end() <= place.span().start()
                                && TOGETHER.matcher(scene.between(n.span().end(), place.span().start())).matches());
    }
}
