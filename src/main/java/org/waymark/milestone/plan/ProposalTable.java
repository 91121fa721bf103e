package org.waymark.milestone.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.plan.Proposal.Day;

/** The rows of proposals and of the baselines of years. */
@Component
class ProposalTable {

    private static final String COLUMNS =
            """
            select id, project, plan_year as "year", version, reason, state, proposed_by, proposed_at, answered_by,
              answered_at, answer from plan_proposal
              """;

    private final JdbcClient db;
    private final Clock clock;

    ProposalTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False if one is open already; a duplicate key if somebody proposes at the same moment. */
    boolean insert(String project, int year, String reason, String who) {
        return db.sql(
                                """
                                insert into plan_proposal (project, plan_year, reason, state, proposed_by, proposed_at,
                                  open_for)
                                select :project, :year, :reason, 'PROPOSED', :who, :now, :project
                                from (select 1 as one) t
                                where not exists (select 1 from plan_proposal where open_for = :project)""")
                        .param("project", project)
                        .param("year", year)
                        .param("reason", reason)
                        .param("who", who)
                        .param("now", now())
                        .update()
                == 1;
    }

    void insert(long proposal, Day day) {
        db.sql(
                        """
                        insert into plan_proposal_day (proposal, milestone, old_on, new_on)
                        values (:proposal, :milestone, :old, :new)""")
                .param("proposal", proposal)
                .param("milestone", day.milestone())
                .param("old", day.oldOn())
                .param("new", day.newOn())
                .update();
    }

    Optional<Proposal> open(String project) {
        return db.sql(COLUMNS + "where open_for = :project")
                .param("project", project)
                .query(Proposal.class)
                .optional();
    }

    List<Proposal> open() {
        return db.sql(COLUMNS + "where state = 'PROPOSED' order by proposed_at, id")
                .query(Proposal.class)
                .list();
    }

    List<Proposal> of(String project) {
        return db.sql(COLUMNS + "where project = :project order by id desc")
                .param("project", project)
                .query(Proposal.class)
                .list();
    }

    Optional<Proposal> find(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Proposal.class)
                .optional();
    }

    Optional<Proposal> lock(long id) {
        return db.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(Proposal.class)
                .optional();
    }

    List<Day> days(long proposal) {
        return db.sql(
                        """
                        select d.milestone, d.old_on, d.new_on from plan_proposal_day d
                          join plan_proposal p on p.id = d.proposal
                          join milestone m on m.project = p.project and m.element = d.milestone
                        where d.proposal = :proposal order by m.seq""")
                .param("proposal", proposal)
                .query(Day.class)
                .list();
    }

    void answer(Proposal proposal, Proposal.State state, String answer, String who) {
        db.sql(
                        """
                        update plan_proposal set state = :state, answer = :answer, answered_by = :who,
                          answered_at = :now, open_for = null,
                          version = case when :state = 'APPROVED' then (select coalesce(max(v.version), 0) + 1
                            from plan_proposal v where v.project = :project) end
                        where id = :id""")
                .param("state", state.name())
                .param("answer", answer)
                .param("who", who)
                .param("now", now())
                .param("project", proposal.project())
                .param("id", proposal.id())
                .update();
    }

    private record Count(String milestone, int times) {}

    /** How often each milestone's planned day was changed with sign-off. */
    Map<String, Integer> changes(String project) {
        return db
                .sql(
                        """
                        select d.milestone, count(*) as times from plan_proposal_day d
                          join plan_proposal p on p.id = d.proposal
                        where p.project = :project and p.state = 'APPROVED' group by d.milestone""")
                .param("project", project)
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::milestone, Count::times));
    }

    void freeze(String project, int year) {
        db.sql(
                        """
                        insert into milestone_baseline (project, plan_year, milestone, planned_on)
                        select m.project, cast(:year as int), m.element, m.planned_on from milestone m
                        where m.project = :project and not exists (select 1 from milestone_baseline b
                          where b.project = m.project and b.plan_year = :year and b.milestone = m.element)""")
                .param("year", year)
                .param("project", project)
                .update();
    }

    private record Base(int year, String milestone, LocalDate plannedOn) {}

    /** By year, then by milestone. */
    Map<Integer, Map<String, LocalDate>> baselines(String project) {
        return db
                .sql(
                        """
                        select plan_year as "year", milestone, planned_on from milestone_baseline
                        where project = :project""")
                .param("project", project)
                .query(Base.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Base::year, TreeMap::new, Collectors.toMap(Base::milestone, Base::plannedOn)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
