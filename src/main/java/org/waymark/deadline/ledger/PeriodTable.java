package org.waymark.deadline.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.deadline.ledger.LegalPeriod.State;

/** The rows of the ledger. */
@Component
class PeriodTable {

    static final String COLUMNS =
            """
            select id, instance_key, project, rule, rule_from, kind, holder, anchor_event, anchor_on, raw_on, due_on,
              original_due_on, moved, calendar_as_of, provisional, state, ended_on, pauses, extensions,
              extended_by from legal_period
            """;

    /** Stands for the number of notices in rows whose project settled something of their rule. */
    static final int SETTLED = -1;

    /** Rows fetched at once where all are read: a hundred thousand never stand in memory together. */
    private static final int PAGE = 1000;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate many;
    private final Clock clock;

    PeriodTable(JdbcClient db, NamedParameterJdbcTemplate many, Clock clock) {
        this.db = db;
        this.many = many;
        this.clock = clock;
    }

    Optional<LegalPeriod> running(String instanceKey, String rule) {
        return db.sql(COLUMNS + "where running_for = :key")
                .param("key", runningFor(instanceKey, rule))
                .query(LegalPeriod.class)
                .optional();
    }

    List<LegalPeriod> of(String instanceKey) {
        return db.sql(COLUMNS + "where instance_key = :key order by opened_at, id")
                .param("key", instanceKey)
                .query(LegalPeriod.class)
                .list();
    }

    void insert(LegalPeriod row, int computedWith) {
        db.sql(
                        """
                        insert into legal_period (instance_key, project, rule, rule_from, kind, holder, anchor_event,
                          anchor_on, raw_on, due_on, original_due_on, calendar_as_of, provisional, computed_with, state,
                          opened_at, running_for, pauses, extensions, extended_by)
                        values (:instanceKey, :project, :rule, :ruleFrom, :kind, :holder, :event, :anchor, :raw, :due, :due,
                          :asOf, :provisional, :with, 'RUNNING', :now, :running, :pauses, :extensions, :extendedBy)""")
                .param("instanceKey", row.instanceKey())
                .param("project", row.project())
                .param("rule", row.rule())
                .param("ruleFrom", row.ruleFrom())
                .param("kind", row.kind().name())
                .param("holder", row.holder().name())
                .param("event", row.anchorEvent())
                .param("anchor", row.anchorOn())
                .param("raw", row.rawOn())
                .param("due", row.dueOn())
                .param("asOf", row.calendarAsOf())
                .param("provisional", row.provisional())
                .param("with", computedWith)
                .param("now", OffsetDateTime.now(clock))
                .param("running", runningFor(row.instanceKey(), row.rule()))
                .param("pauses", row.pauses())
                .param("extensions", row.extensions())
                .param("extendedBy", row.extendedBy())
                .update();
    }

    /** Writes what was computed anew; of a row whose day is another, the move is counted. */
    void recomputed(List<LegalPeriod> rows, int computedWith) {
        many.batchUpdate(
                """
                update legal_period set rule_from = :ruleFrom, anchor_event = :event, anchor_on = :anchor, raw_on = :raw,
                  moved = case when due_on = :due then moved else moved + 1 end, due_on = :due, calendar_as_of = :asOf,
                  provisional = :provisional, computed_with = :with where id = :id""",
                rows.stream()
                        .map(row -> new MapSqlParameterSource("id", row.id())
                                .addValue("ruleFrom", row.ruleFrom())
                                .addValue("event", row.anchorEvent())
                                .addValue("anchor", row.anchorOn())
                                .addValue("raw", row.rawOn())
                                .addValue("due", row.dueOn())
                                .addValue("asOf", row.calendarAsOf())
                                .addValue("provisional", row.provisional())
                                .addValue("with", computedWith))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Looked at and left as they are. */
    void seen(Collection<Long> ids, int computedWith) {
        db.sql("update legal_period set computed_with = :with where id in (:ids)")
                .param("with", computedWith)
                .param("ids", ids)
                .update();
    }

    void end(String instanceKey, String rule, State state, LocalDate day) {
        db.sql(
                        """
                        update legal_period set state = :state, ended_on = :day, running_for = null
                        where running_for = :key""")
                .param("state", state.name())
                .param("day", day)
                .param("key", runningFor(instanceKey, rule))
                .update();
    }

    /** Periods of the case, and for a project of all its cases, that run from this event are to be computed anew. */
    void stale(String key, String event) {
        db.sql(
                        """
                        update legal_period set computed_with = 0
                        where state in ('RUNNING', 'PAUSED') and anchor_event = :event
                          and (instance_key = :key or project = :key)""")
                .param("event", event)
                .param("key", key)
                .update();
    }

    /** Those of one rule in one project are to be computed anew, and it is seen in the rows that this is why. */
    void staleRule(String project, String rule) {
        db.sql(
                        """
                        update legal_period set computed_with = :settled
                        where state in ('RUNNING', 'PAUSED') and project = :project and rule = :rule""")
                .param("settled", SETTLED)
                .param("project", project)
                .param("rule", rule)
                .update();
    }

    /** Up to {@code limit} running periods that were computed with fewer notices than are known now, by id. */
    List<Long> stale(int knownNotices, long after, int limit) {
        return db.sql(
                        """
                        select id from legal_period where state = 'RUNNING' and computed_with < :known and id > :after
                        order by id limit :limit""")
                .param("known", knownNotices)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** How many notices were known when each of these was computed, or {@link #SETTLED}. */
    Map<Long, Integer> computedWith(Collection<Long> ids) {
        Map<Long, Integer> known = new HashMap<>();
        db.sql("select id, computed_with from legal_period where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    known.put(row.getLong("id"), row.getInt("computed_with"));
                });
        return known;
    }

    /** Those that had to last, have elapsed since {@code from}, and may have been taken too short. */
    List<Long> elapsed(int knownNotices, LocalDate from, int limit) {
        return db.sql(
                        """
                        select id from legal_period where kind = 'MIN' and state = 'ELAPSED' and due_on >= :from
                          and computed_with < :known order by id limit :limit""")
                .param("known", knownNotices)
                .param("from", from)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Every period in this state, one after the other. */
    void each(State state, Consumer<LegalPeriod> use) {
        pages("state = :state", Map.of("state", state.name()), use);
    }

    /** Every period that had to last and has, with a last day since {@code from}. */
    void eachElapsed(LocalDate from, Consumer<LegalPeriod> use) {
        pages("kind = 'MIN' and state = 'ELAPSED' and due_on >= :from", Map.of("from", from), use);
    }

    private void pages(String which, Map<String, ?> values, Consumer<LegalPeriod> use) {
        List<LegalPeriod> page;
        long after = 0;
        do {
            page = db.sql(COLUMNS + "where id > :after and " + which + " order by id limit " + PAGE)
                    .params(values)
                    .param("after", after)
                    .query(LegalPeriod.class)
                    .list();
            page.forEach(use);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    List<String> instancesOf(Collection<Long> ids) {
        return db.sql("select distinct instance_key from legal_period where id in (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    /** Those of the rows nobody else works at or was at before us, locked until the transaction ends. */
    List<LegalPeriod> lock(Collection<Long> ids, State state, int knownNotices) {
        return db.sql(
                        COLUMNS
                                + """
                        where id in (:ids) and state = :state and computed_with < :known order by id
                        for update skip locked""")
                .param("known", knownNotices)
                .param("ids", ids)
                .param("state", state.name())
                .query(LegalPeriod.class)
                .list();
    }

    static String runningFor(String instanceKey, String rule) {
        return instanceKey + "/" + rule;
    }
}
