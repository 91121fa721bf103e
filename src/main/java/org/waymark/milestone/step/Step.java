package org.waymark.milestone.step;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * One user task of one case or project.
 *
 * @param instanceKey case key or project code
 * @param definition the engine's id of the version of the diagram it was made by; its form and its ways back are that one's
 * @param objectNo number of the object it is about, null for a step of the project itself
 * @param holder whose period it is: OURS may be overdue, THEIRS lapses, COURT is somebody else's
 * @param dueOn last day, which ends at 24:00
 * @param waitingParty the outsider it waits for, null if none
 */
public record Step(
        String taskId,
        String instanceKey,
        String process,
        String definition,
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
        OffsetDateTime recordedAt,
        String waitingParty,
        LocalDate waitingSince,
        String waitingLetter) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

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

    /** Whether this person has it, or may claim it while nobody has. */
    public boolean isFor(String person, Set<String> groups) {
        return assignee == null ? candidateGroup != null && groups.contains(candidateGroup) : assignee.equals(person);
    }

    /** Days between the day a step was done and the day it was typed in (迟报); 0 while it is not done. */
    public long recordedLate() {
        return state == State.DONE && happenedOn != null && recordedAt != null
                ? ChronoUnit.DAYS.between(
                        happenedOn, recordedAt.atZoneSameInstant(SHANGHAI).toLocalDate())
                : 0;
    }

    /** Only what is ours is ever overdue; what waits for an outsider is counted apart. */
    public boolean overdueOn(LocalDate today) {
        return state == State.OPEN
                && "OURS".equals(holder)
                && waitingParty == null
                && dueOn != null
                && dueOn.isBefore(today);
    }
}
