package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.waymark.WaymarkTest;
import org.waymark.calendar.WorkCalendar;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.identity.TownNames;
import org.waymark.reminder.digest.Digests;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;

/** Mail in English, and both languages saying the same things. */
@WaymarkTest
class WordsTest {

    private static final Person LEADER = new Person("leader", "分管领导", "Leader", "l@waymark.example", null, true);

    @Autowired
    MessageSource messages;

    @Autowired
    ITemplateEngine templates;

    @Autowired
    People people;

    @Autowired
    TownNames town;

    @Autowired
    WorkCalendar calendar;

    private Digests english;

    @BeforeEach
    void inEnglish() {
        english = new Digests(
                messages,
                templates,
                people,
                town,
                calendar,
                new MailSettings("en", "https://waymark.example", "w@x", null));
    }

    @Test
    void anEnglishDigestHasNoChineseInIt() {
        var sheet = new Sheet(LEADER, LocalDate.of(2021, 6, 15));
        for (LocalDate due : new LocalDate[] {
            LocalDate.of(2020, 12, 31), LocalDate.of(2021, 6, 15), LocalDate.of(2021, 6, 18), LocalDate.of(2021, 6, 20)
        }) {
            for (Reason reason : Reason.values()) {
                sheet.notices().add(notice(due, reason, null));
            }
        }
        sheet.waiting().add(notice(LocalDate.of(2021, 6, 1), Reason.OWNER, "Province"));

        Mail mail = english.mail(sheet);

        assertThat(mail.subject()).isEqualTo("[Waymark] 5 due today, 5 overdue, 10 coming due (15 June)");
        assertThat(mail.subject() + mail.bodyText() + mail.bodyHtml())
                .doesNotContainPattern("\\p{IsHan}|\\?\\?|[【】（）；、]")
                .contains("due 31 December 2020", "waiting for Province since 1 May", "https://waymark.example/board");
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("reminder_en").keySet()).isEqualTo(keys("reminder").keySet());
    }

    private static Notice notice(LocalDate due, Reason reason, String waitingParty) {
        var step = new DueStep(
                "T1",
                "P",
                "项目",
                "Project",
                "m",
                "节点",
                "Milestone",
                "环节",
                "Step",
                "LX-1",
                due,
                "leader",
                null,
                null,
                null,
                null,
                waitingParty,
                LocalDate.of(2021, 5, 1));
        return new Notice(step, Stage.D0, reason, List.of(LEADER), List.of(LEADER));
    }

    private static Properties keys(String name) throws IOException {
        try (var in = WordsTest.class.getResourceAsStream("/i18n/" + name + ".properties")) {
            var keys = new Properties();
            keys.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return keys;
        }
    }
}
