package org.waymark.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.WorkCalendar;
import org.waymark.reminder.digest.Digests;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;
import org.waymark.reminder.mail.OutboxTable;

/** The morning's reminders: once each workday, what has newly come due or late is written down and put into the post. */
@Service
public class Reminders {

    /** How long a morning is put off for cases that are still to be opened: half a roster told is told wrong. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Planner planner;
    private final Ledger ledger;
    private final Digests digests;
    private final OutboxTable outbox;
    private final WorkCalendar calendar;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            Planner planner,
            Ledger ledger,
            Digests digests,
            OutboxTable outbox,
            WorkCalendar calendar,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.planner = planner;
        this.ledger = ledger;
        this.digests = digests;
        this.outbox = outbox;
        this.calendar = calendar;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Plans this morning's digests if it is a workday, late enough, no case is about to be opened, and nobody has done so;
     * says how many.
     */
    public int morning() {
        LocalDateTime now = LocalDateTime.now(clock);
        if (now.toLocalTime().isBefore(settings.remindAt()) || !calendar.isWorkday(now.toLocalDate())) {
            return 0;
        }
        LocalTime patience = settings.remindAt().plus(LONGEST_WAIT);
        if (now.toLocalTime().isBefore(patience) && ledger.casesToCome()) {
            return 0;
        }
        Integer planned = transaction.execute(
                status -> ledger.take(now.toLocalDate()) ? post(planner.plan(now.toLocalDate()), status) : 0);
        return planned == null ? 0 : planned;
    }

    /** A morning that has nothing to tell anybody is not used up: what is opened a little later is told then. */
    private int post(Collection<Sheet> sheets, TransactionStatus morning) {
        if (sheets.isEmpty()) {
            morning.setRollbackOnly();
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        int posted = 0;
        for (Sheet sheet : sheets) {
            Mail mail = digests.mail(sheet);
            // a person who has a digest of this morning hears the rest in the next one
            if (outbox.post(mail, now)) {
                ledger.write(sheet, mail.id());
                posted++;
            }
        }
        return posted;
    }
}
