package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;

/** Five weeks of mail, over weekends, a holiday, restarts, a crash and a moved date, against a list written by hand. */
@WaymarkTest
@Import(Desk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-09", "camunda.bpm.process-engine-name=reminderwalk"})
class ReminderWalkTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 9);
    private static final LocalDate LAST = LocalDate.of(2021, 7, 15);
    private static final LocalDate CRASH = LocalDate.of(2021, 6, 16);

    /** What happens in the evening of a day. */
    private final Map<LocalDate, Runnable> evenings = Map.of(
            LocalDate.of(2021, 6, 15), () -> this.desk.set("T2", "state", "DONE"),
            LocalDate.of(2021, 6, 21), () -> this.desk.set("M1", "due_on", LocalDate.of(2021, 7, 2)),
            LocalDate.of(2021, 6, 24), () -> this.desk.set("S1", "state", "DONE"),
            LocalDate.of(2021, 6, 28), () -> this.desk.set("S3", "state", "DONE"),
            LocalDate.of(2021, 6, 30), () -> this.desk.set("S2", "state", "DONE"),
            LocalDate.of(2021, 7, 1), () -> this.desk.set("W1", "waiting_party", null),
            LocalDate.of(2021, 7, 2), () -> this.desk.set("M1", "state", "DONE"));

    @Autowired
    Desk desk;

    @Autowired
    DemoClock clock;

    private final GreenMail server = Desk.mailServer();

    @BeforeEach
    void aProjectUnderWay() throws IOException {
        desk.project("RW", "温玉铁路", "RUNNING");
        desk.milestone("RW", "notice", "征迁公告", "manager");
        desk.milestone("RW", "sign", "签约腾空", "manager");
        desk.milestone("RW", "graves", "坟墓迁移", "civil");
        for (String line : lines("walk-steps.csv").skip(1).toList()) {
            String[] cells = line.split(",", -1);
            desk.step(cells[0], "RW", cells[1], cells[2], cells[4]);
            desk.set(cells[0], "object_no", orNull(cells[3]));
            desk.set(cells[0], "assignee", orNull(cells[5]));
            desk.set(cells[0], "responsible", orNull(cells[6]));
            desk.set(cells[0], "candidate_group", orNull(cells[7]));
        }
        desk.set("W1", "waiting_party", "省自然资源厅");
        desk.set("W1", "waiting_since", LocalDate.of(2021, 6, 1));
        desk.set("X1", "holder", "THEIRS");
        desk.project("P2", "停下的项目", "SUSPENDED");
        desk.step("P2-1", "P2", null, "停下的环节", "2021-06-16");
        desk.set("P2-1", "assignee", "cadre");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everybodyFindsInTheMailboxWhatTheListSays() throws IOException {
        var received = new ArrayList<Letter>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            received.addAll(live(day));
        }

        assertThat(sheets(received)).isEqualTo(expected());
        assertThat(received).allSatisfy(letter -> letter.text()
                .lines()
                .filter(line -> line.startsWith("  - "))
                .forEach(line -> assertThat(letter.htmlWords())
                        .contains(line.substring(4).split(" \\| "))));
        assertThat(received).extracting(Letter::messageId).doesNotHaveDuplicates();
        assertThat(desk.count("reminder_ledger where state = 'PLANNED'")).isZero();
        assertThat(desk.count("reminder_ledger where task_id = 'M1' and due_on = date '2021-06-22'"))
                .as("what was told of the old due date stays")
                .isEqualTo(2);
        assertThat(desk.count("reminder_ledger where task_id = 'W1' and state = 'SUPERSEDED'"))
                .as("B3 to A3 for the manager, A3 for the leader")
                .isEqualTo(6);
    }

    /** One day; each node is new, as after a restart. */
    private List<Letter> live(LocalDate day) {
        if (day.isAfter(FIRST)) {
            at(day, LocalTime.of(8, 20));
            assertThat(desk.reminders(clock).morning())
                    .as("before half past eight")
                    .isZero();
            send();
            at(day, LocalTime.of(8, 30));
        }
        desk.reminders(clock).morning();
        assertThat(desk.reminders(clock).morning()).as("a second run").isZero();
        if (!day.equals(CRASH)) {
            send();
            send();
        }
        at(day, LocalTime.of(20, 0));
        evenings.getOrDefault(day, () -> {}).run();
        assertThat(desk.reminders(clock).morning()).as("a run in the evening").isZero();
        var letters = Letter.in(server);
        purge();
        return letters;
    }

    private void send() {
        desk.outbox(Desk.sender(server.getSmtp().getPort()), clock).send();
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(day.atTime(time).atZone(Desk.ZONE).toInstant());
    }

    private void purge() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String expected() throws IOException {
        return lines("walk-mails.txt")
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** In the order of the list: by arrival, then by receiver. */
    private static String sheets(List<Letter> letters) {
        return letters.stream().map(Letter::sheet).collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> lines(String file) throws IOException {
        return new ClassPathResource("reminder/" + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines();
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
