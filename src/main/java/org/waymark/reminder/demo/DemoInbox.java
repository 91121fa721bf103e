package org.waymark.reminder.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what arrived, so that it outlives a restart; a mail that arrives twice is kept once. */
@Component
@ConditionalOnProperty("waymark.demo.mail")
class DemoInbox {

    private static final String COLUMNS =
            "select id, address, subject, body_text, body_html, received_at from demo_mail ";

    private final JdbcClient db;
    private final Clock clock;

    DemoInbox(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<DemoMail> newestFirst() {
        return db.sql(COLUMNS + "order by received_at desc, id desc fetch first 500 rows only")
                .query(DemoMail.class)
                .list();
    }

    Optional<DemoMail> find(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(DemoMail.class)
                .optional();
    }

    void keep(String address, MimeMessage message) throws MessagingException {
        db.sql(
                        """
                        insert into demo_mail (message_id, address, subject, body_text, body_html, received_at)
                        select :message, :address, :subject, :text, :html, cast(:now as timestamp with time zone)
                        from (select 1 as one) t
                        where not exists (select 1 from demo_mail where message_id = :message and address = :address)""")
                .param("message", message.getMessageID())
                .param("address", address)
                .param("subject", message.getSubject())
                .param("text", body(message, "text/plain"))
                .param("html", body(message, "text/html"))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The first part of this kind, or nothing. */
    private static String body(Part part, String kind) throws MessagingException {
        try {
            if (part.isMimeType(kind)) {
                return String.valueOf(part.getContent());
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String found = body(parts.getBodyPart(i), kind);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("A received mail could not be read", e);
        }
    }
}
