package org.waymark.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.milestone.standing.Tier;
import org.waymark.milestone.standing.Tiers;
import org.waymark.reminder.digest.TierMails;
import org.waymark.reminder.mail.MailSettings;
import org.waymark.reminder.mail.OutboxTable;

/**
 * Reminds of bonus tiers three days and one day before they end and on their last day, in calendar days and on rest days too:
 * nothing moves a tier. A morning nobody was up for is not made up for.
 */
@Service
public class TierReminders {

    private static final Set<Long> DAYS_LEFT = Set.of(3L, 1L, 0L);

    private final Tiers tiers;
    private final People people;
    private final TierMails mails;
    private final OutboxTable outbox;
    private final MailSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    TierReminders(
            Tiers tiers,
            People people,
            TierMails mails,
            OutboxTable outbox,
            MailSettings settings,
            JdbcClient db,
            Clock clock) {
        this.tiers = tiers;
        this.people = people;
        this.mails = mails;
        this.outbox = outbox;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /** Puts this morning's mails into the post if it is late enough and nobody has; says how many. */
    @Transactional
    public int morning() {
        LocalDateTime now = LocalDateTime.now(clock);
        if (now.toLocalTime().isBefore(settings.remindAt())) {
            return 0;
        }
        Map<String, List<Tier>> sheets = sheets();
        if (sheets.isEmpty()) {
            return 0;
        }
        // nodes take turns here until the end of the transaction; who comes second finds the mails posted
        db.sql("select id from reminder_run where id = 1 for update")
                .query(Integer.class)
                .single();
        Map<String, Person> active =
                people.all().stream().filter(Person::active).collect(Collectors.toMap(Person::id, Function.identity()));
        return (int) sheets.entrySet().stream()
                .filter(one -> active.containsKey(one.getKey()))
                .filter(one -> post(active.get(one.getKey()), one.getValue(), now.toLocalDate()))
                .count();
    }

    /** By person: the project's manager and leader, and whoever answers for the milestone. */
    private Map<String, List<Tier>> sheets() {
        Map<String, List<Tier>> sheets = new TreeMap<>();
        tiers.running().stream()
                .filter(tier -> DAYS_LEFT.contains(tier.left()) && tier.open() > 0)
                .forEach(tier -> Stream.of(
                                tier.project().manager(),
                                tier.project().leader(),
                                tier.milestone().owner())
                        .filter(person -> person != null)
                        .distinct()
                        .forEach(person -> sheets.computeIfAbsent(person, id -> new ArrayList<>())
                                .add(tier)));
        return sheets;
    }

    private boolean post(Person person, List<Tier> some, LocalDate today) {
        return outbox.post(mails.mail(person, some, today), OffsetDateTime.now(clock));
    }
}
