package org.waymark.deadline.api;

import org.springframework.stereotype.Component;
import org.waymark.calendar.CalendarVersion;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Rule;
import org.waymark.deadline.ledger.LegalPeriod;

/** Finds the length a period was counted by: that of the law, or what its project settled for itself. */
@Component
public class Counted {

    private final Anchored anchored;
    private final Deadlines deadlines;

    Counted(Anchored anchored, Deadlines deadlines) {
        this.anchored = anchored;
        this.deadlines = deadlines;
    }

    /**
     * @param version of the rule, as the catalogue has it
     * @return the same with what the project has settled by now, unless the day was come by in another way: settled later, or
     *     a citizen's that was kept
     */
    public Rule by(LegalPeriod period, Rule version) {
        return anchored.settled(period.instanceKey(), version)
                .filter(own -> period.pauses() + period.extensions() > 0
                        || deadlines
                                .compute(own, period.anchorOn(), new CalendarVersion(period.calendarAsOf()))
                                .rawEnd()
                                .equals(period.rawOn()))
                .orElse(version);
    }
}
