package org.waymark.milestone.step;

import java.time.LocalDate;

/**
 * One user task of one case or project.
 *
 * @param instanceKey case key or project code
 * @param objectNo number of the object it is about, null for a step of the project itself
 * @param holder whose period it is: OURS may be overdue, THEIRS lapses, COURT is somebody else's
 * @param dueOn last day, which ends at 24:00
 * @param waitingParty the outsider it waits for, null if none
 */
public record Step(
        String taskId,
        String instanceKey,
        String process,
        String project,
        String milestone,
        String element,
        int round,
        String nameZh,
        String nameEn,
        String stage,
        String objectNo,
        String village,
        String team,
        State state,
        String holder,
        String ruleCode,
        String candidateGroup,
        String assignee,
        String responsible,
        LocalDate dueOn,
        LocalDate originalDueOn,
        LocalDate happenedOn,
        String waitingParty,
        LocalDate waitingSince,
        String waitingLetter) {

    /** OPEN waits for somebody; LAPSED ended because a citizen's period ran out; RETURNED was sent back. */
    public enum State {
        OPEN,
        DONE,
        LAPSED,
        RETURNED,
        DROPPED
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }

    public boolean overdueOn(LocalDate today) {
        return state == State.OPEN && "OURS".equals(holder) && dueOn != null && dueOn.isBefore(today);
    }
}
