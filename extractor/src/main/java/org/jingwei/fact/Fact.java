package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jingwei.quantity.Bound;
import org.jingwei.text.NameMention;

/**
 * One statement of an article. Names are in simplified characters, the longest form that the article uses. Ids are
 * local to the article ({@code e1}, {@code p1}), in reading order.
 */
public sealed interface Fact {
    Evidence evidence();

    /** A named organisation, place or person. One a name; the evidence has every mention. */
    record Name(String name, NameMention.Type type, Evidence evidence) implements Fact {}

    /**
     * Something that happened or is to happen.
     *
     * @param trigger      the word that says so
     * @param date         ISO date, month or year; absent when not stated
     * @param dateInferred whether context supplied part of the date
     * @param places       names
     * @param participants names
     * @param parent       id of the event it is part of
     */
    record Event(String id, EventType type, String trigger, String name, Optional<String> date, boolean dateInferred,
            List<String> places, List<String> participants, Optional<String> parent, Status status, Evidence evidence)
            implements
                Fact {
        public Event {
            places = List.copyOf(places);
            participants = List.copyOf(participants);
        }
    }

    /** A named or described project. {@code event} is the id of the event that the article tells of it. */
    record Project(String id, String name, List<String> investors, List<String> places, Phase phase,
            Optional<String> event, Evidence evidence) implements Fact {
        public Project {
            investors = List.copyOf(investors);
            places = List.copyOf(places);
        }
    }

    enum Phase {
        PLANNED, SIGNED, STARTED, BUILDING, COMPLETED, OPERATING
    }

    /** Money of an event or project. {@code of} is its id; {@code text} the characters of the value. */
    record Money(String of, AmountRole role, BigDecimal value, String currency, boolean currencyStated, Bound bound,
            Status status, String text, Evidence evidence) implements Fact {
        Money doubted(String doubt) {
            return new Money(of, role, value, currency, currencyStated, bound, status, text, evidence.doubted(doubt));
        }
    }

    enum AmountRole {
        TOTAL_INVESTMENT, CONTRACT_VALUE, FINANCING_AMOUNT, PRICE, REGISTERED_CAPITAL, PAYOUT_AMOUNT, EXPECTED_OUTPUT,
        OTHER
    }

    /** A number of things of an event or project. {@code what} names them. */
    record Number(String of, String what, BigDecimal value, String unit, Bound bound, Status status, String text,
            Evidence evidence) implements Fact {}

    /**
     * A statistic of a region, a sector in it, or a company.
     *
     * @param region    name of the region or company
     * @param indicator what is measured, as the text calls it
     * @param unit      %, 倍, 位, 个百分点, an ISO 4217 code, or a unit as written
     * @param period    notation of {@code quantity.Period}; absent when the text leaves it open
     * @param periodInferred whether context supplied part of the period
     * @param of        the whole of a share, or what a multiple or rank is held against
     */
    record Indicator(String region, String indicator, Measure measure, BigDecimal value, String unit,
            boolean currencyStated, Optional<String> period, boolean periodInferred, Optional<Basis> basis,
            Optional<String> of, Bound bound, Status status, String text, Evidence evidence) implements Fact {
        /** The same with the opposite sign: a change that the words call a decrease. */
        Indicator negated() {
            return new Indicator(region, indicator, measure, value.negate(), unit, currencyStated, period,
                    periodInferred, basis, of, bound, status, text, evidence);
        }

        Indicator doubted(String doubt) {
            return new Indicator(region, indicator, measure, value, unit, currencyStated, period, periodInferred,
                    basis, of, bound, status, text, evidence.doubted(doubt));
        }
    }

    enum Measure {
        LEVEL, GROWTH, MULTIPLE, SHARE, AVG_GROWTH, CHANGE, RANK
    }

    /** What a change is held against: the same period a year before, or the period before. */
    enum Basis {
        YOY, QOQ, MOM
    }

    /** A person's title in an organisation or place. */
    record Role(String person, String title, Optional<String> organisation, Evidence evidence) implements Fact {}

    /** Named parties that work together on something. */
    record Cooperation(List<String> parties, Optional<String> object, Evidence evidence) implements Fact {
        public Cooperation {
            parties = List.copyOf(parties);
        }
    }

    /**
     * A title, a status or a place on a list that somebody or something was given (首批国家级高新区).
     *
     * @param designee     name of who has it now
     * @param title        as the text calls it, without the quotation marks around the whole of it
     * @param by           who gave it; absent when not stated
     * @param date         ISO date, month or year; absent when not stated
     * @param dateInferred whether context supplied part of the date
     */
    record Designation(String designee, String title, Optional<String> by, Optional<String> date,
            boolean dateInferred, Evidence evidence) implements Fact {}

    /**
     * Direct speech. What is said in it is said by the speaker, not by the article.
     *
     * @param speaker name of the person, or of the organisation that somebody speaks for
     * @param words   between the outer quotation marks, exactly as in the cleaned text
     */
    record Quotation(String speaker, String words, Evidence evidence) implements Fact {}

    /** What was read but is not believed; asserts nothing. {@code reason} is a short sentence for a reviewer. */
    record Discarded(String text, String reason, Evidence evidence) implements Fact {}
}
