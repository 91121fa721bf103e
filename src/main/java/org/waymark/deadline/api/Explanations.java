package org.waymark.deadline.api;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.calendar.CalendarVersion;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Constraint;
import org.waymark.deadline.NoLimit;
import org.waymark.deadline.Outcome;
import org.waymark.deadline.Rule;
import org.waymark.deadline.ledger.LegalPeriod;

/** Says in one sentence, in the reader's language, how a day was come by. */
@Component
public class Explanations {

    private final MessageSource texts;

    Explanations(MessageSource texts) {
        this.texts = texts;
    }

    public String of(Outcome outcome, Locale reader) {
        if (outcome instanceof Computed computed) {
            return of(computed, reader);
        }
        if (outcome instanceof Constraint forbidden) {
            return text(
                    reader,
                    "deadline.constraint." + forbidden.rule().code(),
                    forbidden.day().toString(),
                    forbidden.nextWorkday().toString());
        }
        var none = (NoLimit) outcome;
        return text(reader, "deadline.noLimit", none.rule(), none.anchor().toString());
    }

    /** How the last day of a period was come by; {@code rule} is the version it was computed by. */
    public String of(LegalPeriod period, Rule rule, Locale reader) {
        String counted = of(
                new Computed(
                        period.kind(),
                        rule.unit(),
                        rule.n(),
                        period.anchorOn(),
                        period.rawOn(),
                        period.dueOn(),
                        new CalendarVersion(period.calendarAsOf()),
                        period.provisional()),
                reader);
        return period.pauses() == 0 && period.extensions() == 0
                ? counted
                : counted + text(reader, "deadline.relieved", period.pauses(), period.extensions());
    }

    /** Why a citizen's period ends later than it would by what is known now. */
    public String kept(LegalPeriod period, LocalDate dueNow, Locale reader) {
        return text(reader, "deadline.kept", dueNow.toString(), period.dueOn().toString());
    }

    /** What a rule is called. */
    public String name(Rule rule, Locale reader) {
        return text(reader, "deadline.rule." + rule.code());
    }

    /** What the event is called that a period runs from. */
    public String event(Rule rule, Locale reader) {
        return text(reader, "deadline.event." + rule.anchor());
    }

    /** What is wrong with a parameter, and what to do. */
    String of(BadInput bad, Locale reader) {
        return text(reader, bad.key(), bad.with());
    }

    private String of(Computed computed, Locale reader) {
        String key = "deadline." + computed.kind() + (computed.rolled() ? ".rolled" : "");
        return text(
                reader,
                key,
                computed.anchor().toString(),
                text(reader, "deadline.unit." + computed.unit(), computed.n()),
                computed.rawEnd().toString(),
                computed.due().toString(),
                computed.due().plusDays(1).toString(),
                calendar(computed, reader));
    }

    private String calendar(Computed computed, Locale reader) {
        CalendarVersion version = computed.calendar();
        String known = version.isCurrent()
                ? text(reader, "deadline.calendar.current")
                : text(reader, "deadline.calendar.asOf", version.toString());
        return computed.provisional() ? text(reader, "deadline.calendar.provisional", known) : known;
    }

    private String text(Locale reader, String key, Object... with) {
        return texts.getMessage(key, with, reader);
    }
}
