package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.reminder.Desk.at;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.Outbox;
import org.waymark.reminder.mail.OutboxTable;

/** Mail leaves once, whoever sends it and whatever breaks. */
@WaymarkTest
@Import(Desk.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=reminders")
class OutboxTest {

    private static final Clock MORNING = at("2021-06-15", "08:30");

    @Autowired
    Desk desk;

    @Autowired
    OutboxTable table;

    @Autowired
    JdbcClient db;

    private final GreenMail server = Desk.mailServer();
    private final int port = server.getSmtp().getPort();

    @BeforeEach
    void emptyPost() {
        desk.clear();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void nodesThatSendAtOnceSendEachMailOnce() {
        IntStream.range(0, 40).forEach(i -> post("m" + i, "m" + i + "@waymark.example"));

        int sent = Together.run(IntStream.range(0, 3)
                .<IntSupplier>mapToObj(node -> desk.outbox(Desk.sender(port), MORNING)::send)
                .toList());

        assertThat(sent).isEqualTo(40);
        assertThat(Letter.in(server)).hasSize(40).extracting(Letter::messageId).doesNotHaveDuplicates();
        assertThat(desk.count("mail_outbox where state = 'SENT' and attempts = 1"))
                .isEqualTo(40);
    }

    @Test
    void aMailServerThatIsDownIsTriedAgainLater() {
        post("a", "a@waymark.example");
        server.stop();
        assertThat(send("08:30")).isZero();
        assertThat(send("08:30")).as("not before a minute has gone").isZero();
        assertThat(desk.count("mail_outbox where attempts = 1 and last_error is not null"))
                .isEqualTo(1);
        assertThat(send("08:31")).as("second attempt").isZero();
        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            assertThat(send("08:32")).as("now two minutes' pause").isZero();
            assertThat(send("08:33")).isEqualTo(1);
            assertThat(Letter.in(back)).extracting(Letter::messageId).containsExactly("<a@waymark>");
        } finally {
            back.stop();
        }
    }

    @Test
    void oneRefusedMailHoldsUpNoOther() {
        post("a", "a@waymark.example");
        post("b", "refused@waymark.example");
        post("c", "no address at all");
        post("d", "d@waymark.example");

        assertThat(desk.outbox(refusing("refused@waymark.example"), MORNING).send())
                .isEqualTo(2);

        assertThat(Letter.in(server)).extracting(Letter::to).containsExactly("a", "d");
        assertThat(desk.count("mail_outbox where id = 'b' and state = 'PENDING'"))
                .isEqualTo(1);
        assertThat(desk.count("mail_outbox where id = 'c' and state = 'FAILED'"))
                .isEqualTo(1);
        assertThat(send("08:31")).isEqualTo(1);
    }

    @Test
    void aNodeThatDiedWhileSendingIsReplacedWhenItsClaimEnds() {
        post("a", "a@waymark.example");
        var now = OffsetDateTime.now(MORNING);
        assertThat(table.claim("a", now, now.plus(Outbox.CLAIM))).isTrue();

        assertThat(send("08:30:34")).isZero();
        assertThat(send("08:30:35")).isEqualTo(1);
    }

    @Test
    void aSlowMailServerIsWaitedForByOneNode() {
        post("a", "a@waymark.example");
        Clock running = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING.instant()));
        List<OffsetDateTime> claims = new ArrayList<>();
        var slow = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                claims.add(claimedUntil());
                await().atMost(Duration.ofMinutes(1)).until(() -> claimedUntil().isAfter(claims.get(0)));
                claims.add(claimedUntil());
            }
        };
        assertThat(desk.outbox(slow, running).send()).isEqualTo(1);
        assertThat(claims).hasSize(2);
        assertThat(claims.get(1)).isAfterOrEqualTo(claims.get(0).plusSeconds(5));
        assertThat(desk.count("mail_outbox where state = 'SENT' and claimed_until is null"))
                .isEqualTo(1);
    }

    private OffsetDateTime claimedUntil() {
        return db.sql("select claimed_until from mail_outbox where id = 'a'")
                .query(OffsetDateTime.class)
                .single();
    }

    @Test
    void withoutAMailServerEverythingStays() {
        post("a", "a@waymark.example");

        assertThat(desk.outbox(null, MORNING).send()).isZero();
        assertThat(desk.count("mail_outbox where state = 'PENDING' and attempts = 0"))
                .isEqualTo(1);
    }

    @Test
    void pausesDoubleUpToAnHour() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(Outbox::pause).map(Duration::toMinutes))
                .isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L));
    }

    private int send(String time) {
        return desk.outbox(Desk.sender(port), at("2021-06-15", time)).send();
    }

    private void post(String id, String address) {
        table.post(
                new Mail(id, id, address, LocalDate.of(2021, 6, 15), "DIGEST", "主题", "正文", "<p>正文</p>", "zh"),
                OffsetDateTime.now(MORNING));
    }

    private JavaMailSender refusing(String address) {
        var sender = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                for (MimeMessage message : messages) {
                    if (address.equals(address(message))) {
                        throw new MailSendException("550 refused");
                    }
                }
                super.doSend(messages, originals);
            }
        };
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private static String address(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
