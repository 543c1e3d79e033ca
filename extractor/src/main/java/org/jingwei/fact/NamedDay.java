package org.jingwei.fact;

import java.util.Comparator;
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
            .compile(
                    "(?:^|[，。])(?:在)?(会谈|会见|座谈|签约|签署|开工|动工|奠基|投产|竣工|投用|通车|开业|上市|挂牌|揭牌|开幕|首航|开通|启动|上线|发布)(?:仪式)?(?:(当天|当日|同日)|(前一[天日])|(次日|第二天|后一[天日]))");

    private NamedDay() {}

    static boolean isCalled(Scene scene, Clause clause) {
        return CALLED.matcher(words(scene, clause)).find();
    }

    private static String words(Scene scene, Clause clause) {
        return scene.between(scene.sentenceSpan(clause).start(), clause.span().end()).strip();
    }

    /** Absent when the sentence calls no day so, or the text has told of nothing that is called so; of several such days the last. */
    static Optional<Period> in(Scene scene, Clause clause, List<Draft.Event> events) {
        Matcher called = CALLED.matcher(words(scene, clause));
        if (!called.find()) {
            return Optional.empty();
        }
        List<Date> days = events.stream().filter(e -> e.clause.index() < clause.index() && e.status == Status.ACTUAL)
                .filter(e -> scene.of(e.trigger).equals(called.group(1)) || called.group(1).equals("签约")
                        && e.type == EventType.SIGNING)
                .flatMap(e -> e.date.stream()).filter(Date.class::isInstance).map(Date.class::cast).toList();
        // the article is about the last of them
        return days.stream().max(Comparator.comparing(Date::day)).map(
                day -> called.group(2) != null ? day : day(day, called.group(3) != null ? -1 : 1));
    }

    private static Date day(Date day, int later) {
        return new Date(day.span(), day.core(), day.day().plusDays(later), EnumSet.allOf(Period.Part.class), false,
                "day-beside");
    }
}
