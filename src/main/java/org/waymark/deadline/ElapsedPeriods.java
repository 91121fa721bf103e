package org.waymark.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.waymark.calendar.CalendarVersion;
import org.waymark.deadline.Anchors.OnReturn;

/**
 * Periods that had to last (MIN) and have. A case that is sent back over one does not wait for it again, unless
 * somebody decides so and says why.
 */
@Service
public class ElapsedPeriods {

    private final RuleCatalogue rules;
    private final Deadlines deadlines;
    private final Anchors anchors;
    private final Anchored.Own own;
    private final Clock clock;

    ElapsedPeriods(RuleCatalogue rules, Deadlines deadlines, Anchors anchors, Anchored.Own own, Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.anchors = anchors;
        this.own = own;
        this.clock = clock;
    }

    /**
     * A period that has elapsed.
     *
     * @param earliest the first day on which the next step was allowed
     */
    public record Elapsed(String rule, String event, LocalDate anchor, LocalDate earliest) {}

    /** The elapsed periods that run from this event; none while they are to begin anew. */
    public List<Elapsed> of(String instanceKey, String event) {
        LocalDate today = LocalDate.now(clock);
        return anchors
                .latest(instanceKey, event)
                .filter(day -> anchors.onReturn(instanceKey, event)
                        .filter(OnReturn.AGAIN::equals)
                        .isEmpty())
                .stream()
                .flatMap(day -> rules.all().stream()
                        .filter(rule -> rule.kind() == Kind.MIN && rule.anchor().equals(event) && rule.inForceOn(day))
                        .flatMap(rule -> own.of(instanceKey, rule).stream())
                        .map(rule -> new Elapsed(
                                rule.code(),
                                event,
                                day,
                                deadlines
                                        .compute(rule, day, CalendarVersion.CURRENT)
                                        .earliest())))
                .filter(period -> !period.earliest().isAfter(today))
                .toList();
    }
}
