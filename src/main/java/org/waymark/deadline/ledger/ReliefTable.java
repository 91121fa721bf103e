package org.waymark.deadline.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.pause.Pauses;
import org.waymark.deadline.pause.Pauses.Stretch;

/** The rows of pauses, and what of a period's row says that it stood still or was prolonged. */
@Component
class ReliefTable {

    private static final String PAUSES =
            """
            select id, instance_key, project, rule, paused_on, reason, document_no, paused_by, paused_at, resumed_on,
              resume_reason, resume_document from period_pause
            """;

    private final JdbcClient db;
    private final Clock clock;

    ReliefTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The newest period of the rule, if it was dropped and ran from that day. */
    Optional<LegalPeriod> dropped(String instanceKey, String rule, LocalDate anchor) {
        return db.sql(PeriodTable.COLUMNS + "where instance_key = :key and rule = :rule order by id desc limit 1")
                .param("key", instanceKey)
                .param("rule", rule)
                .query(LegalPeriod.class)
                .optional()
                .filter(row -> row.state() == State.DROPPED && row.anchorOn().equals(anchor));
    }

    /** The one that runs or stands still, locked until the transaction ends. */
    Optional<LegalPeriod> lock(String instanceKey, String rule) {
        return db.sql(PeriodTable.COLUMNS + "where running_for = :key for update")
                .param("key", PeriodTable.runningFor(instanceKey, rule))
                .query(LegalPeriod.class)
                .optional();
    }

    /** Its state, and how often it stood still and was prolonged. */
    void relieved(LegalPeriod row) {
        db.sql(
                        """
                        update legal_period set state = :state, pauses = :pauses, extensions = :extensions,
                          extended_by = :extendedBy where id = :id""")
                .param("state", row.state().name())
                .param("pauses", row.pauses())
                .param("extensions", row.extensions())
                .param("extendedBy", row.extendedBy())
                .param("id", row.id())
                .update();
    }

    void pause(LegalPeriod period, Pause.Order order) {
        db.sql(
                        """
                        insert into period_pause (instance_key, project, rule, paused_on, reason, document_no, paused_by,
                          paused_at, open_for)
                        values (:key, :project, :rule, :on, :reason, :document, :who, :now, :open)""")
                .param("key", period.instanceKey())
                .param("project", period.project())
                .param("rule", period.rule())
                .param("on", order.on())
                .param("reason", order.reason())
                .param("document", order.documentNo())
                .param("who", order.who())
                .param("now", now())
                .param("open", PeriodTable.runningFor(period.instanceKey(), period.rule()))
                .update();
    }

    void resume(LegalPeriod period, Pause.Order order) {
        db.sql(
                        """
                        update period_pause set resumed_on = :on, resume_reason = :reason, resume_document = :document,
                          resumed_by = :who, resumed_at = :now, open_for = null where open_for = :open""")
                .param("on", order.on())
                .param("reason", order.reason())
                .param("document", order.documentNo())
                .param("who", order.who())
                .param("now", now())
                .param("open", PeriodTable.runningFor(period.instanceKey(), period.rule()))
                .update();
    }

    /** The period ended while it stood still; false if it did not stand still. */
    boolean close(String instanceKey, String rule, LocalDate day) {
        return db.sql(
                                """
                                update period_pause set open_for = null,
                                  resumed_on = case when paused_on > cast(:day as date) then paused_on
                                    else cast(:day as date) end
                                where open_for = :open""")
                        .param("day", day)
                        .param("open", PeriodTable.runningFor(instanceKey, rule))
                        .update()
                == 1;
    }

    List<Pause> of(String instanceKey) {
        return db.sql(PAUSES + "where instance_key = :key order by paused_on, id")
                .param("key", instanceKey)
                .query(Pause.class)
                .list();
    }

    /** All that stand still now, the longest first. */
    List<Pause> open() {
        return db.sql(PAUSES + "where open_for is not null order by paused_on, id")
                .query(Pause.class)
                .list();
    }

    /** When the periods of this rule in this case stood still and went on again. */
    Pauses stoodStill(String instanceKey, String rule) {
        return stretches(db.sql(PAUSES + "where instance_key = :key and rule = :rule and resumed_on is not null")
                .param("key", instanceKey)
                .param("rule", rule)
                .query(Pause.class)
                .list());
    }

    /** The same for all, by case and rule. */
    Map<String, Pauses> stoodStill() {
        return db.sql(PAUSES + "where resumed_on is not null").query(Pause.class).list().stream()
                .collect(Collectors.groupingBy(
                        one -> PeriodTable.runningFor(one.instanceKey(), one.rule()),
                        Collectors.collectingAndThen(Collectors.toList(), ReliefTable::stretches)));
    }

    private static Pauses stretches(List<Pause> rows) {
        return new Pauses(rows.stream()
                .map(one -> new Stretch(one.pausedOn(), one.resumedOn()))
                .toList());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
