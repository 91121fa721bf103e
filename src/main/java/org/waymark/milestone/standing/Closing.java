package org.waymark.milestone.standing;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.project.Projects;
import org.waymark.project.life.Endings;

/** Closes a project by hand (结案): only when nothing of it is open. */
@Service
public class Closing {

    private static final int SHOWN = 20;

    /** Open steps of the project and its cases; its monthly report is owed by whoever runs it, and ends with it. */
    private static final String OPEN_STEPS =
            """
            from step where project = :project and state = 'OPEN' and (instance_key = :project
              or exists (select 1 from roster_case c where c.case_key = step.instance_key))""";

    private final JdbcClient db;
    private final Milestones milestones;
    private final Projects projects;
    private final Endings endings;
    private final MessageSource texts;

    Closing(JdbcClient db, Milestones milestones, Projects projects, Endings endings, MessageSource texts) {
        this.db = db;
        this.milestones = milestones;
        this.projects = projects;
        this.endings = endings;
        this.texts = texts;
    }

    public StillOpen stillOpen(String project) {
        List<Milestone> all = milestones.of(project);
        return new StillOpen(
                all.stream().filter(one -> one.state() == State.OPEN).toList(),
                all.stream().filter(one -> one.state() == State.PLANNED).toList(),
                db.sql("select name_zh, name_en, object_no " + OPEN_STEPS + " order by opened_at, task_id limit :shown")
                        .param("project", project)
                        .param("shown", SHOWN)
                        .query(StillOpen.Line.class)
                        .list(),
                count("select count(*) " + OPEN_STEPS, project),
                count(
                        """
                        select count(*) from roster_case
                        where project = :project and state in ('REQUESTED', 'FAILED', 'OPEN')""",
                        project));
    }

    /** Cancels the project, its milestones locked first: who looks at a gate or signs a plan has them before the log. */
    @Transactional
    public void cancel(String project, String reason) {
        milestones.of(project).forEach(milestone -> milestones.lock(project, milestone.element()));
        projects.cancel(project, reason);
    }

    private long count(String sql, String project) {
        return db.sql(sql).param("project", project).query(Long.class).single();
    }

    /**
     * Closes the project. Its milestones are locked first: none is entered and no object is added between the look and
     * the end.
     *
     * @throws Refused if a step, case, milestone or phase is open, without a reason, or if it is not running
     */
    @Transactional
    public void close(String project, String reason) {
        milestones.of(project).forEach(milestone -> milestones.lock(project, milestone.element()));
        StillOpen open = stillOpen(project);
        if (!open.nothing()) {
            throw Refused.of(texts, "life.stillOpen", open.milestones().size(), open.stepCount(), open.cases());
        }
        endings.finish(project, reason);
    }
}
