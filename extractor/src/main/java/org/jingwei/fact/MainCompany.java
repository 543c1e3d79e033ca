package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Which company 公司 means in a company notice: the one that announces. */
final class MainCompany {
    private static final Pattern ANNOUNCES = Pattern
            .compile(
                    "^\\s*([（(][^）)]{4,16}[）)])?(发布|晚间|今日|日前)?(公告|披露|发布公告|[^，。]{0,6}公告|(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:晚间?)?(?:发布|披露)[^，。]{0,12}(?:报告|年报|半年报|季报|财报))");

    /** （300999.SZ）, (600999): of a stock exchange. */
    private static final Pattern CODE = Pattern.compile("\\s*[（(]\\d{5,6}(?:\\.[A-Z]{2})?[）)]");

    private MainCompany() {}

    static Optional<String> of(Scene scene) {
        Optional<String> announcing = scene.names().stream().filter(n -> n.type() == Type.ORG)
                .filter(n -> ANNOUNCES.matcher(scene.text().substring(n.span().end())).lookingAt()).findFirst()
                .map(NameMention::full);
        return announcing.or(() -> inHeadline(scene)).or(() -> onlyOneListed(scene));
    }

    /** 星湖科技（300999.SZ）挂牌上市。公司…: the only one whose code the text gives, where it says what it is about. */
    private static Optional<String> onlyOneListed(Scene scene) {
        List<NameMention> listed = scene.names().stream().filter(n -> n.type() == Type.ORG)
                .filter(n -> CODE.matcher(scene.text().substring(n.span().end())).lookingAt()).toList();
        return listed.stream().map(NameMention::full).distinct().count() == 1
                ? listed.stream().filter(n -> Regions.opens(scene, n)).map(NameMention::full).findFirst()
                : Optional.empty();
    }

    /** 华菱线缆：拟投资…: the name before the colon of a headline. */
    private static Optional<String> inHeadline(Scene scene) {
        return scene.clauses().stream().filter(c -> c.headline() && c.index() == 0 && "：:".indexOf(c.mark()) >= 0)
                .flatMap(c -> scene.names(c.span(), Type.ORG).stream()
                        .filter(n -> n.span().equals(c.span()) || scene.of(c).strip().equals(n.name())))
                .map(NameMention::full).findFirst();
    }
}
