package org.waymark.reminder;

import java.time.LocalDate;

/** An open step of ours with a due date, and the people its project and milestone name. */
public record DueStep(
        String taskId,
        String project,
        String projectZh,
        String projectEn,
        String milestone,
        String milestoneZh,
        String milestoneEn,
        String nameZh,
        String nameEn,
        String objectNo,
        LocalDate dueOn,
        String assignee,
        String responsible,
        String candidateGroup,
        String owner,
        String leader,
        String waitingParty,
        LocalDate waitingSince) {

    public boolean waiting() {
        return waitingParty != null;
    }

    /** Project and milestone in the reader's language. */
    public String place(String language) {
        boolean english = "en".equals(language);
        String project = english ? projectEn : projectZh;
        String milestone = english ? milestoneEn : milestoneZh;
        return milestone == null ? project : project + " · " + milestone;
    }

    /** The step and the object it is about. */
    public String subject(String language) {
        String name = "en".equals(language) ? nameEn : nameZh;
        return objectNo == null ? name : name + " · " + objectNo;
    }
}
