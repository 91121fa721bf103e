package org.waymark.milestone;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone.State;
import org.waymark.template.Template.PlannedMilestone;

/** The rows of milestones. */
@Component
class MilestoneTable {

    private static final String COLUMNS =
            """
            select id, project, element, seq, name_zh, name_en, weight, completion, roster, case_process, follows,
              owner, state,
              round, planned_on, original_on, actual_on, forecast_on, opened_on from milestone
              """;

    private final JdbcClient db;

    MilestoneTable(JdbcClient db) {
        this.db = db;
    }

    List<Milestone> of(String project) {
        return db.sql(COLUMNS + "where project = :project order by seq")
                .param("project", project)
                .query(Milestone.class)
                .list();
    }

    List<Milestone> of(Collection<String> projects) {
        return db.sql(COLUMNS + "where project in (:projects) order by project, seq")
                .param("projects", projects)
                .query(Milestone.class)
                .list();
    }

    Optional<Milestone> find(String project, String element) {
        return db.sql(COLUMNS + "where project = :project and element = :element")
                .param("project", project)
                .param("element", element)
                .query(Milestone.class)
                .optional();
    }

    /** The same, locked until the transaction ends: what is added to it, opened or let through takes turns. */
    Optional<Milestone> lock(String project, String element) {
        return db.sql(COLUMNS + "where project = :project and element = :element for update")
                .param("project", project)
                .param("element", element)
                .query(Milestone.class)
                .optional();
    }

    /** Running projects with a milestone that is still to come. */
    List<String> unsettled() {
        return db.sql(
                        """
                        select distinct p.code from project p join milestone m on m.project = p.code
                        where p.state = 'RUNNING' and m.state = 'PLANNED' order by p.code""")
                .query(String.class)
                .list();
    }

    void insert(String project, int seq, PlannedMilestone plan, String owner, LocalDate plannedOn) {
        db.sql(
                        """
                        insert into milestone (project, element, seq, name_zh, name_en, weight, completion, roster,
                          case_process, follows, owner, state, planned_on, original_on)
                        values (:project, :element, :seq, :nameZh, :nameEn, :weight, :completion, :roster,
                          :caseProcess, :follows, :owner, 'PLANNED', :plannedOn, :plannedOn)""")
                .param("project", project)
                .param("element", plan.element())
                .param("seq", seq)
                .param("nameZh", plan.nameZh())
                .param("nameEn", plan.nameEn())
                .param("weight", plan.weight())
                .param("completion", plan.completion())
                .param("roster", plan.roster())
                .param("caseProcess", plan.caseProcess())
                .param("follows", plan.after())
                .param("owner", owner)
                .param("plannedOn", plannedOn)
                .update();
    }

    void open(Milestone milestone, LocalDate today) {
        int round = milestone.round() + 1;
        db.sql(
                        "update milestone set state = 'OPEN', round = :round, opened_on = :today, actual_on = null where id = :id")
                .param("round", round)
                .param("today", today)
                .param("id", milestone.id())
                .update();
        db.sql("insert into milestone_round (milestone, round, opened_on) values (:id, :round, :today)")
                .param("id", milestone.id())
                .param("round", round)
                .param("today", today)
                .update();
    }

    void plan(long id, LocalDate day) {
        db.sql("update milestone set planned_on = :day where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** The day the work of the present round was done, told before the milestone is left. */
    void done(Milestone milestone, LocalDate day) {
        db.sql("update milestone_round set reached_on = :day where milestone = :id and round = :round")
                .param("day", day)
                .param("id", milestone.id())
                .param("round", milestone.round())
                .update();
    }

    Optional<LocalDate> doneOn(Milestone milestone) {
        return db.sql("select reached_on from milestone_round where milestone = :id and round = :round")
                .param("id", milestone.id())
                .param("round", milestone.round())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .optional()
                .flatMap(day -> day);
    }

    /**
     * A reached milestone keeps its day, in its row and in the row of its round.
     *
     * @return false, and nothing is changed, if it is not any more in the state it was read in
     */
    boolean become(Milestone milestone, State next, LocalDate reachedOn) {
        int changed = db.sql(
                        """
                        update milestone set state = :next, actual_on = :reached
                        where id = :id and state = :state and round = :round""")
                .param("next", next.name())
                .param("reached", reachedOn)
                .param("id", milestone.id())
                .param("state", milestone.state().name())
                .param("round", milestone.round())
                .update();
        if (changed == 1 && next == State.REACHED) {
            db.sql("update milestone_round set reached_on = :reached where milestone = :id and round = :round")
                    .param("reached", reachedOn)
                    .param("id", milestone.id())
                    .param("round", milestone.round())
                    .update();
        }
        return changed == 1;
    }
}
