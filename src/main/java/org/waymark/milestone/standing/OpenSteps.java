package org.waymark.milestone.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.waymark.milestone.standing.Lamp.Figures;

/** The open steps somebody has to answer for. */
@Service
public class OpenSteps {

    /**
     * Which rows of {@code step s} somebody has to answer for, said here once for boards, reminders and the API: open
     * steps whose period is ours, never a citizen's or a court's. What is late in a closed project is still to be done;
     * a suspended or cancelled project is silent.
     */
    public static final String ANSWERED_FOR =
            """
            s.state = 'OPEN' and s.holder = 'OURS'
              and exists (select 1 from project a where a.code = s.project and a.state in ('RUNNING', 'CLOSED'))
            """;

    // indexes step_due (state, holder, due_on) and step_waiting (state, holder, waiting_party)
    private static final String OURS =
            """
            select s.task_id, s.project, r.name_zh as project_zh, r.name_en as project_en, s.milestone,
              m.name_zh as milestone_zh, m.name_en as milestone_en, s.element, s.name_zh, s.name_en, s.object_no,
              s.village, v.name_zh as village_zh, v.name_en as village_en, s.team, s.due_on, p.id as person,
              p.name_zh as person_zh, p.name_en as person_en, s.assignee is not null as claimed,
              s.candidate_group, s.responsible is not null as responsible, s.waiting_party, s.waiting_since
            from step s
              join project r on r.code = s.project
              left join milestone m on m.project = s.project and m.element = s.milestone
              left join village v on v.code = s.village
              left join person p on p.id = coalesce(s.assignee, s.responsible, m.owner)
            where
            """
                    + ANSWERED_FOR;

    private static final String ORDER =
            " order by s.due_on, s.project, m.seq, s.village, s.team, s.object_no, s.task_id";

    private final JdbcClient db;

    OpenSteps(JdbcClient db) {
        this.db = db;
    }

    /** Due before {@code day}, what waits for an outsider left out; the longest overdue first. */
    public List<OpenStep> dueBefore(LocalDate day) {
        return db.sql(OURS + "and s.due_on < :day and s.waiting_party is null" + ORDER)
                .param("day", day)
                .query(OpenStep.class)
                .list();
    }

    /** Waiting for an outsider, due or not. */
    public List<OpenStep> waiting() {
        return db.sql(OURS + "and s.waiting_party is not null" + ORDER)
                .query(OpenStep.class)
                .list();
    }

    private record Count(String project, String milestone, long overdue, LocalDate oldest, long waiting, long soon) {

        Key key() {
            return new Key(project, milestone);
        }

        Figures figures() {
            return new Figures(overdue, oldest, waiting, soon, 0);
        }
    }

    record Key(String project, String milestone) {}

    private static final String FIGURES =
            """
            select s.project, s.milestone,
              count(case when s.waiting_party is null and s.due_on < :today then 1 end) as overdue,
              min(case when s.waiting_party is null and s.due_on < :today then s.due_on end) as oldest,
              count(case when s.waiting_party is not null and s.due_on < :today then 1 end) as waiting,
              count(case when s.waiting_party is null and s.due_on >= :today then 1 end) as soon
            from step s
            where s.due_on <= :soon and s.milestone is not null and
            """
                    + ANSWERED_FOR;

    /** The figures of every milestone that has something due. */
    Map<Key, Figures> figures(LocalDate today) {
        return figures(db.sql(FIGURES + "group by s.project, s.milestone"), today);
    }

    /** The same for one project. */
    Map<Key, Figures> figures(String project, LocalDate today) {
        return figures(
                db.sql(FIGURES + "and s.project = :project group by s.project, s.milestone")
                        .param("project", project),
                today);
    }

    private static Map<Key, Figures> figures(StatementSpec query, LocalDate today) {
        return query.param("today", today).param("soon", Lamp.soonUntil(today)).query(Count.class).list().stream()
                .collect(Collectors.toMap(Count::key, Count::figures));
    }
}
