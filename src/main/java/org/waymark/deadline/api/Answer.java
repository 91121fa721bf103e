package org.waymark.deadline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Constraint;
import org.waymark.deadline.Kind;
import org.waymark.deadline.NoLimit;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Unit;

/** The answer of the public API; what does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        String rule,
        String authority,
        String mark,
        String event,
        Kind kind,
        Unit unit,
        Integer n,
        LocalDate anchor,
        String calendar,
        Boolean limit,
        LocalDate due,
        LocalDate lastDay,
        LocalDate earliest,
        LocalDate latest,
        LocalDate opens,
        Boolean provisional,
        String explanation) {

    static Answer of(Computed computed, String explanation) {
        Kind kind = computed.kind();
        return new Answer(
                null,
                null,
                null,
                null,
                kind,
                computed.unit(),
                computed.n(),
                computed.anchor(),
                computed.calendar().toString(),
                true,
                computed.due(),
                kind == Kind.BACK ? null : computed.lastDay(),
                kind == Kind.MIN ? computed.earliest() : null,
                kind == Kind.BACK ? computed.latest() : null,
                kind == Kind.WINDOW ? computed.opens() : null,
                computed.provisional(),
                explanation);
    }

    static Answer of(NoLimit none, String calendar, String explanation) {
        return new Answer(
                none.rule(),
                null,
                null,
                null,
                null,
                null,
                null,
                none.anchor(),
                calendar,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                explanation);
    }

    Answer by(Rule rule, String eventName) {
        return new Answer(
                rule.code(),
                rule.authority(),
                rule.mark(),
                eventName,
                kind,
                unit,
                n,
                anchor,
                calendar,
                limit,
                due,
                lastDay,
                earliest,
                latest,
                opens,
                provisional,
                explanation);
    }

    /** No day, but what is forbidden. */
    static Answer of(Constraint constraint, String calendar, String explanation) {
        return new Answer(
                null,
                null,
                null,
                null,
                Kind.CONSTRAINT,
                null,
                null,
                constraint.day(),
                calendar,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                explanation);
    }
}
