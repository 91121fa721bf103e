package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.reminder.Desk.at;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.TestPropertySource;
import org.waymark.WaymarkTest;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.OutboxTable;

/** An office's mail goes in TLS or not at all, by the settings of profile office as they stand. */
@WaymarkTest
@Import(Desk.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=reminders")
class OfficeMailTest {

    private static final Clock MORNING = at("2021-06-15", "08:30");

    /** The tests' mail server signs its certificate itself, and for no name. */
    private static final String[] ANY_CERTIFICATE = {
        "spring.mail.properties.mail.smtp.ssl.trust=*",
        "spring.mail.properties.mail.smtp.ssl.checkserveridentity=false",
        "spring.mail.ssl.verify-hostname=false"
    };

    @Autowired
    Desk desk;

    @Autowired
    OutboxTable table;

    @Autowired
    JdbcClient db;

    private final ApplicationContextRunner office = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withPropertyValues("spring.profiles.active=office", "spring.mail.host=127.0.0.1");

    @BeforeEach
    void oneMailWaits() {
        desk.clear();
        table.post(
                new Mail(
                        "a", "a", "a@town.example", LocalDate.of(2021, 6, 15), "DIGEST", "主题", "正文", "<p>正文</p>", "zh"),
                OffsetDateTime.now(MORNING));
    }

    @Test
    void aServerThatOffersNoTlsGetsNothingAndTheRowSaysWhy() {
        var server = Desk.mailServer();
        try {
            assertThat(sent(office, server.getSmtp().getPort())).isZero();
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(error()).contains("STARTTLS is required but host does not support STARTTLS");
            assertThat(desk.count("mail_outbox where state = 'PENDING' and attempts = 1"))
                    .as("comes again, and goes once the server offers it")
                    .isEqualTo(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void whereTheWayIsTheOfficesOwnItMayGoInTheClear() {
        var server = Desk.mailServer();
        try {
            assertThat(sent(
                            office.withPropertyValues("waymark.mail-starttls=false"),
                            server.getSmtp().getPort()))
                    .isEqualTo(1);
            assertThat(Letter.in(server)).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void nothingOfAMailIsSaidBeforeTlsBegins() throws IOException, GeneralSecurityException {
        var server = Desk.mailServer();
        try (var door = new StartTlsServer(tls(), server.getSmtp().getPort())) {
            assertThat(sent(office.withPropertyValues(ANY_CERTIFICATE), door.port()))
                    .isEqualTo(1);
            assertThat(Letter.in(server)).extracting(Letter::messageId).containsExactly("<a@waymark>");
            assertThat(door.saidInTheClear())
                    .hasSize(2)
                    .satisfies(said -> assertThat(said.get(0)).startsWith("EHLO "))
                    .endsWith("STARTTLS");
        } finally {
            server.stop();
        }
    }

    @Test
    void oneSettingMakesItTlsFromTheFirstByte() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            int port = server.getSmtps().getPort();
            var whole = office.withPropertyValues("spring.mail.ssl.enabled=true");
            assertThat(sent(whole, port)).as("a certificate nobody vouches for").isZero();
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(error()).isNotNull();
            db.sql("update mail_outbox set next_try_at = ?")
                    .param(OffsetDateTime.now(MORNING))
                    .update();
            assertThat(sent(whole.withPropertyValues(ANY_CERTIFICATE), port)).isEqualTo(1);
            assertThat(Letter.in(server)).hasSize(1);
        } finally {
            server.stop();
        }
    }

    private int sent(ApplicationContextRunner settings, int port) {
        var sent = new AtomicInteger();
        settings.withPropertyValues("spring.mail.port=" + port)
                .run(context -> sent.set(desk.outbox(context.getBean(JavaMailSender.class), MORNING)
                        .send()));
        return sent.get();
    }

    private String error() {
        return db.sql("select last_error from mail_outbox where id = 'a'")
                .query(String.class)
                .single();
    }

    private static SSLSocketFactory tls() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(new DummySSLServerSocketFactory().getKeyStore(), "changeit".toCharArray());
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls.getSocketFactory();
    }
}
