package org.waymark.milestone.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An open step whose period is ours, with the names a reader needs.
 *
 * @param person user name of who answers: the assignee, else the object's responsible person, else the milestone's owner
 * @param claimed whether it has an assignee; if not, somebody of {@code candidateGroup} has to take it
 * @param responsible whether it has an object's responsible person (包干人), who is {@code person} while it is unclaimed
 * @param dueOn last day, null if none is set
 * @param waitingParty the outsider it waits for, null if none
 */
public record OpenStep(
        String taskId,
        String project,
        String projectZh,
        String projectEn,
        String milestone,
        String milestoneZh,
        String milestoneEn,
        String element,
        String nameZh,
        String nameEn,
        String objectNo,
        String village,
        String villageZh,
        String villageEn,
        String team,
        LocalDate dueOn,
        String person,
        String personZh,
        String personEn,
        boolean claimed,
        String candidateGroup,
        boolean responsible,
        String waitingParty,
        LocalDate waitingSince) {

    /** Whole days past the due day; 0 while there are none. */
    public long daysLate(LocalDate today) {
        return dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    }

    /** Whole days until the due day ends; 0 on the day itself and after. */
    public long daysLeft(LocalDate today) {
        return dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(today, dueOn));
    }

    /** Whole days it has waited for an outsider; 0 if it does not wait. */
    public long daysWaited(LocalDate today) {
        return waitingSince == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(waitingSince, today));
    }

    /** Days it was late already when it began to wait; 0 if it does not wait. */
    public long lateBefore() {
        return waits() ? daysLate(waitingSince) : 0;
    }

    public boolean waits() {
        return waitingParty != null;
    }

    /** What waits for an outsider is counted apart and never overdue. */
    public boolean overdueOn(LocalDate today) {
        return !waits() && daysLate(today) > 0;
    }

    public String projectName(String language) {
        return english(language) ? projectEn : projectZh;
    }

    public String milestoneName(String language) {
        return english(language) ? milestoneEn : milestoneZh;
    }

    public String name(String language) {
        return english(language) ? nameEn : nameZh;
    }

    public String villageName(String language) {
        return english(language) ? villageEn : villageZh;
    }

    public String personName(String language) {
        return english(language) ? personEn : personZh;
    }

    private static boolean english(String language) {
        return "en".equals(language);
    }
}
