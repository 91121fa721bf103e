package org.waymark.project.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A time a project was suspended (中止).
 *
 * @param documentNo number of the decision
 * @param resumedOn null while it lasts
 * @param followed whether every process instance of the project stands still, or runs again, by now
 */
public record Stop(
        long id,
        String project,
        String reason,
        String documentNo,
        LocalDate stoppedOn,
        String stoppedBy,
        LocalDate resumedOn,
        String resumedBy,
        String resumeReason,
        String resumeDocument,
        boolean followed) {

    /** Calendar days it lasted, or has lasted on {@code today}. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(stoppedOn, resumedOn == null ? today : resumedOn);
    }
}
