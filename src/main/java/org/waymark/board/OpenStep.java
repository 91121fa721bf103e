package org.waymark.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A step that needs a leader's eye, with the names a reader needs. */
record OpenStep(
        String taskId,
        String project,
        String milestone,
        String milestoneZh,
        String milestoneEn,
        String nameZh,
        String nameEn,
        String objectNo,
        String village,
        String villageZh,
        String villageEn,
        String team,
        LocalDate dueOn,
        String personZh,
        String personEn,
        String waitingParty,
        LocalDate waitingSince) {

    /** Whole days past the due day; negative while it is ahead. */
    public long daysLate(LocalDate today) {
        return ChronoUnit.DAYS.between(dueOn, today);
    }

    public boolean waits() {
        return waitingParty != null;
    }
}
