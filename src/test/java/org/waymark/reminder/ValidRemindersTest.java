package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Rows;
import org.waymark.WaymarkTest;
import org.waymark.reminder.ending.ValidReminders;

/** What is valid for a time only is told of before it lapses, to those who can prolong it. */
@WaymarkTest
class ValidRemindersTest {

    @Autowired
    ValidReminders reminders;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String project =
            "VALID-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProjectAndNoMailOfOthers() {
        new Rows(db, clock, project).project();
        db.sql("delete from legal_period where kind = 'VALID'").update();
        db.sql("delete from mail_outbox where kind = 'VALID'").update();
    }

    /** Its period runs from no recorded event: whoever computes periods anew would stumble over it. */
    @AfterEach
    void withoutThePeriod() {
        db.sql("delete from legal_period where project = ?").param(project).update();
    }

    @ParameterizedTest
    @CsvSource({"30, manager", "7, leader manager", "1, leader manager", "0, leader manager", "8, ''", "-1, ''"})
    void tellsTheManagerAMonthBeforeAndTheLeaderFromTheLastWeekOn(int left, String told) {
        validFor(left);
        reminders.morning();
        assertThat(String.join(" ", told())).isEqualTo(told);
    }

    @Test
    void saysWhatEndsWhenAndWhoseItIsOnce() {
        validFor(7);
        assertThat(reminders.morning()).isEqualTo(2);
        assertThat(db.sql("select body_text from mail_outbox where kind = 'VALID' and person = 'manager'")
                        .query(String.class)
                        .single())
                .contains("“测试项目”：暂停办理期限还有 7 天届满，最后一日 ", "/projects/" + project);
        assertThat(reminders.morning()).as("the same morning again").isZero();
    }

    @Test
    void ofAProjectThatStandsStillNothingIsTold() {
        validFor(7);
        new Rows(db, clock, project).state("SUSPENDED");
        assertThat(reminders.morning()).isZero();
    }

    private void validFor(int days) {
        LocalDate until = LocalDate.now(clock).plusDays(days);
        db.sql(
                        """
                        insert into legal_period (instance_key, project, rule, rule_from, kind, holder, anchor_event,
                          anchor_on, raw_on, due_on, original_due_on, calendar_as_of, provisional, computed_with, state,
                          opened_at, running_for)
                        values (:project, :project, 'HA-FREEZE', date '2011-01-21', 'VALID', 'OURS', 'freezeNotified',
                          :begun, :until, :until, :until, :begun, false, 0, 'RUNNING', current_timestamp, :key)""")
                .param("project", project)
                .param("begun", until.minusYears(1))
                .param("until", until)
                .param("key", project + "/HA-FREEZE")
                .update();
    }

    private List<String> told() {
        return db.sql("select person from mail_outbox where kind = 'VALID' order by person")
                .query(String.class)
                .list();
    }
}
