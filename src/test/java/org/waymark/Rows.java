package org.waymark;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of projects, milestones, steps and objects, written without the engine: what is read may be read from them. */
public final class Rows {

    private final JdbcClient db;
    private final Clock clock;
    private final String project;

    public Rows(JdbcClient db, Clock clock, String project) {
        this.db = db;
        this.clock = clock;
        this.project = project;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A running project with one open milestone of households, planned a month ahead. */
    public Rows project() {
        db.sql(
                        """
                        insert into project (code, template, name_zh, name_en, state, leader, manager, starts_on, opened_at)
                        values (?, 'resettlement-project', '测试项目', 'Test project', 'RUNNING', 'leader', 'manager', ?, ?)""")
                .params(project, today().minusDays(100), now())
                .update();
        db.sql(
                        """
                        insert into milestone (project, element, seq, name_zh, name_en, weight, completion, roster,
                          case_process, owner, state, round, planned_on, original_on, opened_on)
                        values (?, 'milestone_appraisal', 1, '房屋评估', 'Houses appraised', 100, 'all', 'household',
                          'house-appraisal', 'manager', 'OPEN', 1, ?, ?, ?)""")
                .params(project, today().plusDays(30), today().plusDays(30), today().minusDays(10))
                .update();
        return this;
    }

    public Rows state(String state) {
        db.sql("update project set state = ? where code = ?")
                .params(state, project)
                .update();
        return this;
    }

    public Rows ours(int number, int daysLate) {
        return step(number, daysLate, "OURS", null, "1组");
    }

    public Rows waiting(int number, int daysLate, String party) {
        return step(number, daysLate, "OURS", party, "1组");
    }

    public Rows step(int number, int daysLate, String holder, String party, String team) {
        LocalDate due = today().minusDays(daysLate);
        db.sql(
                        """
                        insert into step (task_id, instance_key, process, definition, project, milestone, element, round, name_zh,
                          name_en, stage, object_no, village, team, state, holder, assignee, responsible, due_on,
                          original_due_on, opened_at, waiting_party, waiting_since)
                        values (?, ?, 'house-appraisal', 'house-appraisal:1:1', ?, 'milestone_appraisal', 'step_siteSurvey', 1, '实地查勘',
                          'Inspect the site', 'inspect', ?, 'luxi', ?, 'OPEN', ?, null, 'cadre', ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        project + ":" + number(number) + ":appraisal:1",
                        project,
                        number(number),
                        team,
                        holder,
                        due,
                        due,
                        now(),
                        party,
                        party == null ? null : due)
                .update();
        return this;
    }

    /** A household of 100 ㎡ in Luxi with a case in this state, or without one if {@code state} is null. */
    public Rows household(int number, String state, String stage) {
        db.sql(
                        """
                        insert into roster_object (project, kind, number, holder_name, village, team, quantity, people,
                          responsible, state, added_at)
                        values (?, 'household', ?, ?, 'luxi', '1组', 100, 3, 'cadre', 'VALID', ?)""")
                .params(project, number(number), "户主 %03d".formatted(number), now())
                .update();
        if (state != null) {
            db.sql(
                            """
                            insert into roster_case (case_key, object_id, project, milestone, run, process, state, stage,
                              imported, late, requested_at)
                            select ?, id, project, 'milestone_appraisal', 1, 'house-appraisal', ?, ?, false, false, ?
                            from roster_object where project = ? and number = ?""")
                    .params(
                            project + ":" + number(number) + ":appraisal:1",
                            state,
                            stage,
                            now(),
                            project,
                            number(number))
                    .update();
        }
        return this;
    }

    public Rows withdraw(int number) {
        db.sql("update roster_object set state = 'WITHDRAWN' where project = ? and number = ?")
                .params(project, number(number))
                .update();
        return this;
    }

    private static String number(int number) {
        return "H-%04d".formatted(number);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
