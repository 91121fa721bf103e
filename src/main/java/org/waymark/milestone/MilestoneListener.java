package org.waymark.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.engine.InstanceEnded;
import org.waymark.engine.MilestoneNews;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.milestone.Milestone.State;
import org.waymark.project.Opening;
import org.waymark.project.PlannedDays;
import org.waymark.project.ProjectNews;
import org.waymark.project.Projects;
import org.waymark.template.Template.PlannedMilestone;

/** Keeps the milestones' rows in step with the engine, in the engine's own transaction. */
@Component
class MilestoneListener {

    private final Milestones milestones;
    private final MilestoneTable table;
    private final Projects projects;
    private final People people;
    private final PlannedDays days;

    MilestoneListener(Milestones milestones, MilestoneTable table, Projects projects, People people, PlannedDays days) {
        this.milestones = milestones;
        this.table = table;
        this.projects = projects;
        this.people = people;
        this.days = days;
    }

    /** All milestones of the plan get a row at once, so that what lies ahead is on the board from the first day. */
    @EventListener
    void on(ProjectNews.Opened opened) {
        Opening opening = opened.opening();
        List<PlannedMilestone> plan = opened.template().milestones();
        Map<String, LocalDate> ends = days.of(opened.template(), opening.startsOn(), opening.planned());
        for (int seq = 0; seq < plan.size(); seq++) {
            PlannedMilestone milestone = plan.get(seq);
            table.insert(
                    opening.code(), seq, milestone, owner(opening, milestone.owner()), ends.get(milestone.element()));
        }
        opening.imported()
                .forEach((element, reachedOn) -> milestones.become(
                        milestones.find(opening.code(), element).orElseThrow(), State.IMPORTED, reachedOn));
    }

    /** A project opened at a later stage will never come to some of its milestones. */
    @EventListener
    void on(ProjectNews.Started started) {
        milestones.settle(started.project());
    }

    @EventListener
    void on(ProjectNews.StateChanged changed) {
        milestones.settle(changed.project());
    }

    @EventListener
    void on(MilestoneNews.Entered entered) {
        milestones.enter(entered.project(), entered.milestone());
    }

    @EventListener
    void on(MilestoneNews.Left left) {
        milestones.leave(left.project(), left.milestone(), left.cancelled());
    }

    @EventListener
    void on(InstanceEnded ended) {
        if (projects.find(ended.instanceKey()).isPresent()) {
            projects.close(ended.instanceKey());
        }
    }

    private String owner(Opening opening, String group) {
        return group == null || group.equals("managers")
                ? opening.manager()
                : people.inGroup(group).stream().map(Person::id).findFirst().orElse(opening.manager());
    }
}
