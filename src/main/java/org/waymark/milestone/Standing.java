package org.waymark.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.waymark.milestone.Lamp.Figures;

/** Where the milestones of a project stand today: figures, lamp and share, computed by two queries for all of them. */
@Service
public class Standing {

    private final JdbcClient db;
    private final Milestones milestones;
    private final Clock clock;

    Standing(JdbcClient db, Milestones milestones, Clock clock) {
        this.db = db;
        this.milestones = milestones;
        this.clock = clock;
    }

    /**
     * A milestone today.
     *
     * @param valid objects in its roster, 0 without one
     * @param closed of those the ones whose case is closed
     * @param late open cases that were added or opened again after its gate
     */
    public record Now(
            Milestone milestone,
            Lamp lamp,
            double share,
            long valid,
            long closed,
            long open,
            long late,
            long overdue,
            long waiting) {}

    private record StepCount(String milestone, long overdue, long waiting) {}

    private record CaseCount(String milestone, long closed, long open, long late) {}

    public List<Now> of(String project) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Map<String, StepCount> steps = steps(project, today);
        Map<String, CaseCount> cases = cases(project);
        Map<String, Long> valid = valid(project);
        return milestones.of(project).stream()
                .map(milestone -> now(
                        milestone,
                        steps.getOrDefault(milestone.element(), new StepCount(milestone.element(), 0, 0)),
                        cases.getOrDefault(milestone.element(), new CaseCount(milestone.element(), 0, 0, 0)),
                        milestone.roster() == null ? 0 : valid.getOrDefault(milestone.roster(), 0L),
                        today))
                .toList();
    }

    /** How far the project is, 0 to 1. */
    public static double progress(List<Now> milestones) {
        return Progress.of(milestones.stream()
                .map(now -> new Progress.Part(
                        now.milestone().weight(), now.milestone().state(), now.closed(), now.valid()))
                .toList());
    }

    private static Now now(Milestone milestone, StepCount steps, CaseCount cases, long valid, LocalDate today) {
        double share = new Progress.Part(milestone.weight(), milestone.state(), cases.closed(), valid).share();
        Lamp lamp = Lamp.of(milestone, new Figures(steps.overdue(), steps.waiting(), share), today);
        return new Now(
                milestone,
                lamp,
                share,
                valid,
                cases.closed(),
                cases.open(),
                cases.late(),
                steps.overdue(),
                steps.waiting());
    }

    private Map<String, StepCount> steps(String project, LocalDate today) {
        return db
                .sql(
                        """
                        select milestone, count(case when waiting_party is null then 1 end) as overdue,
                          count(waiting_party) as waiting
                        from step where project = :project and state = 'OPEN' and holder = 'OURS' and due_on < :today
                          and milestone is not null
                        group by milestone""")
                .param("project", project)
                .param("today", today)
                .query(StepCount.class)
                .list()
                .stream()
                .collect(Collectors.toMap(StepCount::milestone, Function.identity()));
    }

    private Map<String, CaseCount> cases(String project) {
        return db
                .sql(
                        """
                        select c.milestone, count(case when c.state = 'CLOSED' and c.run = 1 then 1 end) as closed,
                          count(case when c.state in ('OPEN', 'REQUESTED') then 1 end) as open,
                          count(case when c.late and c.state in ('OPEN', 'REQUESTED') then 1 end) as late
                        from roster_case c join roster_object o on o.id = c.object_id
                        where c.project = :project and o.state = 'VALID' group by c.milestone""")
                .param("project", project)
                .query(CaseCount.class)
                .list()
                .stream()
                .collect(Collectors.toMap(CaseCount::milestone, Function.identity()));
    }

    private Map<String, Long> valid(String project) {
        return db
                .sql(
                        """
                        select kind, count(*) as objects from roster_object
                        where project = :project and state = 'VALID' group by kind""")
                .param("project", project)
                .query((row, n) -> Map.entry(row.getString("kind"), row.getLong("objects")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
