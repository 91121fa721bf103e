package org.waymark.reminder.ending;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;
import org.waymark.reminder.mail.OutboxTable;

/**
 * Puts the mails of a morning into the post that go out on rest days too: one of each kind a person and day, whichever node
 * comes first. A morning nobody was up for is not made up for.
 */
@Component
class MorningPost {

    private final People people;
    private final OutboxTable outbox;
    private final MailSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    MorningPost(People people, OutboxTable outbox, MailSettings settings, JdbcClient db, Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /** Writes the mail of one person about what concerns him today. */
    interface Writer<T> {
        Mail mail(Person person, List<T> some, LocalDate today);
    }

    /** Whether it is late enough in the day. */
    boolean due() {
        return !LocalDateTime.now(clock).toLocalTime().isBefore(settings.remindAt());
    }

    /** Posts one mail for each of these people who is active and has none of today yet; says how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    <T> int post(Map<String, List<T>> sheets, Writer<T> writer) {
        if (sheets.isEmpty()) {
            return 0;
        }
        // nodes take turns here until the end of the transaction; who comes second finds the mails posted
        db.sql("select id from reminder_run where id = 1 for update")
                .query(Integer.class)
                .single();
        LocalDate today = LocalDate.now(clock);
        Map<String, Person> active =
                people.all().stream().filter(Person::active).collect(Collectors.toMap(Person::id, Function.identity()));
        return (int) sheets.entrySet().stream()
                .filter(one -> active.containsKey(one.getKey()))
                .filter(one -> outbox.post(
                        writer.mail(active.get(one.getKey()), one.getValue(), today), OffsetDateTime.now(clock)))
                .count();
    }
}
