package org.waymark.deadline.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the periods of a project and its cases: those that run first, by their last day. */
@Service
public class PeriodList {

    private static final String WHERE =
            """
             where project = :project
              and (:object = '' or instance_key like :cases) and (:state = '' or state = :state)
              and (:rule = '' or rule = :rule) and (:holder = '' or holder = :holder)
            """;

    private final JdbcClient db;
    private final Clock clock;

    PeriodList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Which periods are wanted; an empty text narrows nothing.
     *
     * @param object number of an object: only those of its cases
     * @param state name of a {@link LegalPeriod.State}
     * @param holder name of a {@link org.waymark.deadline.Holder}
     */
    public record Wanted(String project, String object, String state, String rule, String holder) {

        /** All of one object. */
        public static Wanted ofObject(String project, String object) {
            return new Wanted(project, object, "", "", "");
        }
    }

    public int count(Wanted wanted) {
        return asked("select count(*) from legal_period" + WHERE, wanted)
                .query(Integer.class)
                .single();
    }

    public List<LegalPeriod> rows(Wanted wanted, int offset, int limit) {
        return asked(
                        PeriodTable.COLUMNS + WHERE
                                + """
                                 order by case when state in ('RUNNING', 'PAUSED') then 0 else 1 end, due_on, id
                                limit :limit offset :offset""",
                        wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query(LegalPeriod.class)
                .list();
    }

    /** Validities that end on one of these days, of all projects, by their last day. */
    public List<LegalPeriod> validUntil(Collection<LocalDate> days) {
        return db.sql(PeriodTable.COLUMNS
                        + "where kind = 'VALID' and state = 'RUNNING' and due_on in (:days) order by due_on, id")
                .param("days", days)
                .query(LegalPeriod.class)
                .list();
    }

    /** Codes of the rules the project has periods by. */
    public List<String> rules(String project) {
        return db.sql("select distinct rule from legal_period where project = :project order by rule")
                .param("project", project)
                .query(String.class)
                .list();
    }

    /** Citizens' periods of the case, and for a project of all its cases, that run from this event and have run out. */
    List<LegalPeriod> ranOut(String key, String event) {
        return db.sql(
                        PeriodTable.COLUMNS
                                + """
                        where holder = 'THEIRS' and anchor_event = :event and (instance_key = :key or project = :key)
                          and (state = 'LAPSED' or state = 'RUNNING' and due_on < :today)
                        order by id desc""")
                .param("event", event)
                .param("key", key)
                .param("today", LocalDate.now(clock))
                .query(LegalPeriod.class)
                .list();
    }

    /** The same for all runs of a case; {@code runs} is the beginning of their keys. */
    List<LegalPeriod> ranOutInRuns(String runs, String event) {
        return db.sql(
                        PeriodTable.COLUMNS
                                + """
                        where holder = 'THEIRS' and anchor_event = :event and instance_key like :runs
                          and (state = 'LAPSED' or state = 'RUNNING' and due_on < :today)
                        order by id desc""")
                .param("event", event)
                .param("runs", runs + "%")
                .param("today", LocalDate.now(clock))
                .query(LegalPeriod.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
        return db.sql(sql)
                .param("project", wanted.project())
                .param("object", wanted.object())
                .param("cases", wanted.project() + ":" + wanted.object() + ":%")
                .param("state", wanted.state())
                .param("rule", wanted.rule())
                .param("holder", wanted.holder());
    }
}
