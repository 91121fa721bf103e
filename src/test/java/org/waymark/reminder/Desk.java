package org.waymark.reminder;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.WorkCalendar;
import org.waymark.reminder.digest.Digests;
import org.waymark.reminder.mail.MailSettings;
import org.waymark.reminder.mail.Outbox;
import org.waymark.reminder.mail.OutboxTable;

/** Steps to be reminded of, nodes that remind, and a mail server to look into. */
@TestComponent
class Desk {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String PROJECT = "RW";

    private final JdbcClient db;
    private final Planner planner;
    private final Ledger ledger;
    private final Digests digests;
    private final OutboxTable outbox;
    private final WorkCalendar calendar;
    private final TransactionTemplate transaction;
    private final MailSettings settings;

    Desk(
            JdbcClient db,
            Planner planner,
            Ledger ledger,
            Digests digests,
            OutboxTable outbox,
            WorkCalendar calendar,
            TransactionTemplate transaction,
            MailSettings settings) {
        this.db = db;
        this.planner = planner;
        this.ledger = ledger;
        this.digests = digests;
        this.outbox = outbox;
        this.calendar = calendar;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** A node that has just started. */
    Reminders reminders(Clock clock) {
        return new Reminders(planner, ledger, digests, outbox, calendar, settings, transaction, clock);
    }

    /** The same, without a mail server if there is no sender. */
    Outbox outbox(JavaMailSender sender, Clock clock) {
        return new Outbox(outbox, ledger, Optional.ofNullable(sender), settings, transaction, clock);
    }

    static Clock at(String day, String time) {
        return Clock.fixed(
                LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant(), ZONE);
    }

    static GreenMail mailServer() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    void clear() {
        for (String table :
                new String[] {"reminder_ledger", "mail_outbox", "step", "milestone_round", "milestone", "project"}) {
            db.sql("delete from " + table).update();
        }
        db.sql("update reminder_run set last_morning = null").update();
    }

    void project(String code, String name, String state) {
        db.sql(
                        """
                        insert into project (code, template, name_zh, name_en, state, leader, manager, starts_on, opened_at)
                        values (?, 'none', ?, ?, ?, 'leader', 'manager', ?, ?)""")
                .params(
                        code,
                        name,
                        name + " (en)",
                        state,
                        LocalDate.of(2021, 1, 1),
                        OffsetDateTime.parse("2021-01-01T09:00+08:00"))
                .update();
    }

    void milestone(String project, String element, String name, String owner) {
        db.sql(
                        """
                        insert into milestone (project, element, seq, name_zh, name_en, weight, completion, owner, state,
                          planned_on, original_on) values (?, ?, 1, ?, ?, 1, 'all', ?, 'OPEN', ?, ?)""")
                .params(
                        project,
                        element,
                        name,
                        name + " (en)",
                        owner,
                        LocalDate.of(2021, 12, 31),
                        LocalDate.of(2021, 12, 31))
                .update();
    }

    void step(String task, String project, String milestone, String name, String due) {
        db.sql(
                        """
                        insert into step (task_id, instance_key, process, definition, project, milestone, element, round, name_zh,
                          name_en, state, holder, due_on, original_due_on, opened_at)
                        values (?, ?, 'none', 'none:1:1', ?, ?, 'step_x', 1, ?, ?, 'OPEN', 'OURS', ?, ?, ?)""")
                .params(
                        task,
                        task,
                        project,
                        milestone,
                        name,
                        name + " (en)",
                        LocalDate.parse(due),
                        LocalDate.parse(due))
                .param(OffsetDateTime.parse("2021-06-01T09:00+08:00"))
                .update();
    }

    /** Changes one column of a step, as the milestone room would. */
    void set(String task, String column, Object value) {
        db.sql("update step set %s = ? where task_id = ?".formatted(column))
                .param(value)
                .param(task)
                .update();
    }

    /** The stages a person has rows of in this state, in their order. */
    String stages(String person, String state) {
        var stages = db.sql("select stage from reminder_ledger where person = ? and state = ?")
                .params(person, state)
                .query(Stage.class)
                .list();
        return stages.stream().sorted().map(Stage::name).collect(Collectors.joining(" "));
    }

    long count(String tableAndCondition) {
        return db.sql("select count(*) from " + tableAndCondition)
                .query(Long.class)
                .single();
    }
}
