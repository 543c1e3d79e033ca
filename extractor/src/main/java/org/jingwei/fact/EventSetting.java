package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;

/** Day, place, parties and gathering of an event that has been found. */
final class EventSetting {
    private static final Pattern AT_GATHERING = Pattern.compile("会上|现场|仪式上|会议期间|会期间|期间");

    private EventSetting() {}

    static boolean within(Scene scene, Draft.Event gathering, Clause clause) {
        if (clause.index() < gathering.clause.index()) {
            return false;
        }
        String sentence = scene.of(scene.sentenceSpan(clause));
        return clause.sentence() - gathering.clause.sentence() <= 1 || AT_GATHERING.matcher(sentence).find()
                || clause.index() > 0 && EventObject.listed(sentence);
    }

    static void place(Scene scene, Draft.Event event, Trigger trigger) {
        event.date = Setting.date(scene, event.clause, event.trigger);
        if (event.date.isEmpty() && announced(event)) {
            event.date = scene.dateline();
        }
        event.date = event.date.filter(d -> event.status == Status.ACTUAL || d.precision() != Period.Precision.YEAR);
        event.places.addAll(Setting.places(scene, event.clause));
        event.participants.addAll(parties(scene, trigger));
    }

    /** A plan happens when it is announced; a signing is only told that day. */
    static boolean announced(Draft.Event event) {
        return event.type == EventType.INVESTMENT_PLAN || event.status == Status.PLANNED;
    }

    static List<String> parties(Scene scene, Trigger trigger) {
        var parties = new ArrayList<String>();
        if (scene.company().isPresent() && trigger.scope().stream().anyMatch(c -> scene.of(c).contains("公司"))) {
            parties.add(scene.company().get());
        }
        parties.addAll(Setting.participants(scene, trigger));
        subjectPlace(scene, trigger.clause()).filter(p -> parties.isEmpty()).ifPresent(parties::add);
        return parties.stream().distinct().toList();
    }

    /** 安徽省集中开工270个重大项目: the region acts. */
    static Optional<String> subjectPlace(Scene scene, Clause clause) {
        return scene.names(clause.span()).stream()
                .filter(n -> !scene.left(clause, n.span()).endsWith("在"))
                .filter(n -> scene.text().substring(n.span().end(), clause.span().end())
                        .matches("(?s)^(将|共|组织|集中|又|已|正式|举行|发布|出台|印发|启动|发放)+.*"))
                .map(n -> n.full()).findFirst();
    }
}
