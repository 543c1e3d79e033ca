package org.jingwei.fact;

import java.util.regex.Pattern;
import org.jingwei.quantity.Period;

/** How something came to be: 前身是2002年5月成立的某工业集中区. Its day and its former name are not those of what follows. */
final class Origin {
    private static final Pattern FORMERLY = Pattern.compile("前身|原名|曾用名|(?<![来资能])原为|(?<![来资能])原是");
    private static final String BEGINS = "(?:成立|设立|创办|创立|创建|始建|兴建|筹建|组建|建立|建成|建园|建厂|开园|注册|结为|结成|获批)";
    private static final Pattern BEHIND = Pattern.compile("^(?:[初中末底]|经[^，]{1,8})?(?:正式)?" + BEGINS + "(?!以来|后)");
    private static final Pattern BEFORE = Pattern.compile(BEGINS + "于$");

    private Origin() {}

    /** Whether a clause tells what something was before. */
    static boolean formerly(String words) {
        return FORMERLY.matcher(words).find();
    }

    /** Whether a period tells when something came to be, in a clause that counts nothing. */
    static boolean dates(Scene scene, Clause clause, Period period) {
        return scene.quantities(clause.span()).stream().allMatch(Period.class::isInstance)
                && (BEHIND.matcher(scene.right(clause, period.span())).find()
                        || BEFORE.matcher(scene.left(clause, period.span())).find());
    }
}
