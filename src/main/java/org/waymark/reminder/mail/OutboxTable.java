package org.waymark.reminder.mail;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of mail to be sent. */
@Component
public class OutboxTable {

    private final JdbcClient db;

    OutboxTable(JdbcClient db) {
        this.db = db;
    }

    /** False if this person has a mail of this kind and morning already. */
    public boolean post(Mail mail, OffsetDateTime now) {
        return db.sql(
                                """
                                insert into mail_outbox (id, person, address, morning, kind, subject, body_text,
                                  body_html, language, state, next_try_at)
                                select :id, :person, :address, cast(:morning as date), :kind, :subject, :text, :html,
                                  :language, 'PENDING', cast(:now as timestamp with time zone)
                                from (select 1 as one) t
                                where not exists (select 1 from mail_outbox
                                  where person = :person and morning = cast(:morning as date) and kind = :kind)""")
                        .param("id", mail.id())
                        .param("person", mail.person())
                        .param("address", mail.address())
                        .param("morning", mail.morning())
                        .param("kind", mail.kind())
                        .param("subject", mail.subject())
                        .param("text", mail.bodyText())
                        .param("html", mail.bodyHtml())
                        .param("language", mail.language())
                        .param("now", now)
                        .update()
                == 1;
    }

    List<String> waiting(OffsetDateTime now) {
        return db.sql(
                        """
                        select id from mail_outbox where state = 'PENDING' and next_try_at <= :now
                          and (claimed_until is null or claimed_until <= :now) order by next_try_at, id""")
                .param("now", now)
                .query(String.class)
                .list();
    }

    /** Of all nodes that ask at once exactly one is told true. */
    public boolean claim(String id, OffsetDateTime now, OffsetDateTime until) {
        return db.sql(
                                """
                                update mail_outbox set claimed_until = :until, attempts = attempts + 1
                                where id = :id and state = 'PENDING' and next_try_at <= :now
                                  and (claimed_until is null or claimed_until <= :now)""")
                        .param("id", id)
                        .param("now", now)
                        .param("until", until)
                        .update()
                == 1;
    }

    /** A mail that was sent or given up meanwhile is claimed by nobody any more. */
    void renew(String id, OffsetDateTime until) {
        db.sql(
                        """
                        update mail_outbox set claimed_until = :until
                        where id = :id and state = 'PENDING' and claimed_until is not null""")
                .param("id", id)
                .param("until", until)
                .update();
    }

    Mail mail(String id) {
        return db.sql(
                        """
                        select id, person, address, morning, kind, subject, body_text, body_html, language
                        from mail_outbox where id = :id""")
                .param("id", id)
                .query(Mail.class)
                .single();
    }

    int attempts(String id) {
        return db.sql("select attempts from mail_outbox where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void sent(String id, OffsetDateTime now) {
        db.sql(
                        """
                        update mail_outbox set state = 'SENT', sent_at = :now, claimed_until = null, last_error = null
                        where id = :id""")
                .param("id", id)
                .param("now", now)
                .update();
    }

    /** Not sent: comes again at that time, or never when it is null. */
    void failed(String id, OffsetDateTime nextTry, String error) {
        db.sql(
                        """
                        update mail_outbox set state = :state, claimed_until = null, last_error = :error,
                          next_try_at = coalesce(cast(:next as timestamp with time zone), next_try_at)
                        where id = :id and state = 'PENDING'""")
                .param("id", id)
                .param("state", nextTry == null ? "FAILED" : "PENDING")
                .param("next", nextTry)
                .param("error", error.substring(0, Math.min(error.length(), 500)))
                .update();
    }
}
