package org.waymark.reminder.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.reminder.Ledger;

/**
 * Sends what is in the post, outside of any transaction. A node that dies between sending and noting it leaves a mail
 * that is sent again after its claim ends, with the same Message-ID.
 */
@Service
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String UTF_8 = "UTF-8";

    /**
     * How long a node has a mail to itself. It renews its claim while a slow mail server keeps it waiting; one that was
     * killed renews none, and another node takes its mails over within a minute.
     */
    public static final Duration CLAIM = Duration.ofSeconds(35);

    private static final Duration RENEWAL = Duration.ofSeconds(8);

    static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    static final int MOST_ATTEMPTS = 72;

    private final OutboxTable table;
    private final Ledger ledger;
    private final Optional<JavaMailSender> sender;
    private final InternetAddress from;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mail-claims");
        thread.setDaemon(true);
        return thread;
    });

    public Outbox(
            OutboxTable table,
            Ledger ledger,
            Optional<JavaMailSender> sender,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.sender = sender;
        this.from = address(settings.mailFrom());
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tries every mail whose time has come once, and says how many went out. Without a mail server all stay. */
    public int send() {
        if (sender.isEmpty()) {
            return 0;
        }
        int sent = 0;
        for (String id : table.waiting(OffsetDateTime.now(clock))) {
            try {
                sent += claimed(id) && deliver(id) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("Mail {} stays claimed and is tried again when the claim ends", id, e);
            }
        }
        return sent;
    }

    private boolean claimed(String id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return table.claim(id, now, now.plus(CLAIM));
    }

    private boolean deliver(String id) {
        Mail mail = table.mail(id);
        var renewal = renewals.scheduleAtFixedRate(
                () -> renew(id), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        try {
            sender.orElseThrow().send(message(mail));
        } catch (AddressException e) {
            LOG.warn("Mail {} to {} has no usable address: {}", id, mail.person(), e.getMessage());
            table.failed(id, null, e.toString());
            return false;
        } catch (MessagingException | RuntimeException e) {
            again(mail, e);
            return false;
        } finally {
            renewal.cancel(false);
        }
        transaction.executeWithoutResult(status -> {
            table.sent(id, OffsetDateTime.now(clock));
            ledger.sent(id);
        });
        return true;
    }

    private void renew(String id) {
        try {
            table.renew(id, OffsetDateTime.now(clock).plus(CLAIM));
        } catch (RuntimeException e) {
            // thrown on, it would end all further renewals
            LOG.warn("The claim of mail {} could not be renewed, next try in {}", id, RENEWAL, e);
        }
    }

    private void again(Mail mail, Exception cause) {
        int attempts = table.attempts(mail.id());
        var pause = pause(attempts);
        LOG.warn(
                "Mail {} to {} not sent, attempt {}, next in {}: {}",
                mail.id(),
                mail.person(),
                attempts,
                pause,
                cause.getMessage());
        table.failed(
                mail.id(),
                attempts >= MOST_ATTEMPTS ? null : OffsetDateTime.now(clock).plus(pause),
                cause.toString());
    }

    /** 1, 2, 4 minutes and so on, up to an hour. */
    public static Duration pause(int attempts) {
        var pause = Duration.ofMinutes(1L << Math.min(attempts - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = sender.orElseThrow().createMimeMessage();
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.address(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Content-Language", mail.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(
                new MimeMultipart("alternative", part(mail.bodyText(), "plain"), part(mail.bodyHtml(), "html")));
        return message;
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("waymark.mail-from is no address: " + from, e);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }
}
