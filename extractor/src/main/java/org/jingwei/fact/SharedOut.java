package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Amount;
import org.jingwei.text.Cue;

/**
 * Amounts that one clause shares out: 甲项目、乙项目分别投资5亿元和4亿元. They belong to the things named before, one by one and
 * in order; when there are not as many of them, to nobody.
 *
 * @param first the amount that opens the list, whose words tell what all of them are
 * @param owner absent when the list cannot be shared out evenly
 */
record SharedOut(Amount first, Optional<Draft.Project> owner) {
    private static final Cue RESPECTIVELY = Cue.of("分别[^，；\\d]{0,12}$");
    private static final Pattern JOINED = Pattern.compile("(?:、|和|及|与|以及|，)");

    /** Absent when the amount is in no such list, or no project is named before it in its sentence. */
    static Optional<SharedOut> of(Scene scene, Clause clause, Amount amount, List<Draft.Project> projects) {
        var list = new ArrayList<Amount>();
        for (Amount next : scene.quantities(clause.span(), Amount.class)) {
            boolean joined = !list.isEmpty()
                    && JOINED.matcher(scene.between(list.getLast().span().end(), next.span().start())).matches();
            if (!joined) {
                if (list.contains(amount)) {
                    break;
                }
                list.clear();
            }
            list.add(next);
        }
        if (!list.contains(amount) || list.size() < 2
                || !RESPECTIVELY.in(scene.left(clause, list.getFirst().span()))) {
            return Optional.empty();
        }
        int from = scene.quantities(scene.sentenceSpan(clause), Amount.class).stream().map(Amount::span)
                .filter(s -> s.end() <= list.getFirst().span().start()).mapToInt(s -> s.end()).max()
                .orElse(scene.sentenceSpan(clause).start());
        List<Draft.Project> sharers = projects.stream()
                .filter(p -> p.evidence.stream()
                        .anyMatch(s -> s.start() >= from && s.end() <= list.getFirst().span().start()))
                .sorted(Comparator.comparing(p -> p.span)).toList();
        if (sharers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SharedOut(list.getFirst(), sharers.size() == list.size()
                ? Optional.of(sharers.get(list.indexOf(amount)))
                : Optional.empty()));
    }
}
