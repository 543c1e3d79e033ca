package org.jingwei.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.quantity.Date;
import org.jingwei.quantity.Period;

/** 投产当天, 签约前一天: a day called by what happened on it, which the text has told before. */
final class NamedDay {
    private static final Pattern CALLED = Pattern
            .compile("(?:^|[，。])(?:在)?([一-龥]{2,4}?)(?:仪式)?(?:(当天|当日|同日)|(前一[天日])|(次日|第二天|后一[天日]))");

    private NamedDay() {}

    /** Absent when the sentence calls no day so, or the text has told of nothing that is called so. */
    static Optional<Period> in(Scene scene, Clause clause, List<Draft.Event> events) {
        String words = scene.between(scene.sentenceSpan(clause).start(), clause.span().end()).strip();
        Matcher called = CALLED.matcher(words);
        return called.find()
                ? events.stream().filter(e -> e.clause.index() < clause.index() && e.status == Status.ACTUAL)
                        .filter(e -> scene.of(e.trigger).equals(called.group(1)) || called.group(1).equals("签约")
                                && e.type == EventType.SIGNING)
                        .flatMap(e -> e.date.stream()).filter(Date.class::isInstance).map(Date.class::cast).findFirst()
                        .map(day -> called.group(2) != null ? day : day(day, called.group(3) != null ? -1 : 1))
                : Optional.empty();
    }

    private static Date day(Date day, int later) {
        return new Date(day.span(), day.core(), day.day().plusDays(later), EnumSet.allOf(Period.Part.class), false,
                "day-beside");
    }
}
