package org.jingwei.fact;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Whom a paragraph goes on about when a sentence names nobody: 该集团, or no subject at all. */
final class Topic {
    /** 该公司, 公司: said of the company named before. */
    private static final Cue COMPANY = Cue.of("(?:该|这家|本)(?:公司|集团|企业|厂商|机构|品牌)|(?<![子分母有限份责任家])公司(?![一-龥]{0,2}有限)");
    private static final Pattern OPENS = Pattern
            .compile("(?:同样来自|来自|总部位于|位于|另一家企业|此外|其中|同时|而|据|与此同时|[^，]{0,12}的|[^，的]{0,12}(?:企业|公司|厂商|巨头|龙头))?$");

    private Topic() {}

    /** The last organisation that opened a clause earlier in the paragraph; absent when none did. */
    static Optional<String> of(Scene scene, Clause clause) {
        for (int i = clause.index() - 1; i >= 0; i--) {
            Clause before = scene.clauses().get(i);
            if (before.paragraph() != clause.paragraph() || before.headline()) {
                return Optional.empty();
            }
            Optional<String> opens = scene.names(before.span(), Type.ORG).stream()
                    .filter(n -> !Setting.isSource(n.full()) && opens(scene, before, n)).map(NameMention::full)
                    .findFirst();
            if (opens.isPresent()) {
                return opens;
            }
        }
        return Optional.empty();
    }

    /** Whether a clause speaks of a company without naming it. */
    static boolean called(String clause) {
        return COMPANY.in(clause);
    }

    private static boolean opens(Scene scene, Clause clause, NameMention name) {
        String left = scene.undated(scene.left(clause, name.span()), clause.span());
        return left.isEmpty() || OPENS.matcher(left).lookingAt() && OPENS.matcher(left).hitEnd() && left.length() <= 16;
    }
}
