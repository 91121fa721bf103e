package org.waymark.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.milestone.need.NeedState;
import org.waymark.milestone.need.Needs;
import org.waymark.project.Project;
import org.waymark.reminder.digest.VainMails;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;
import org.waymark.reminder.mail.OutboxTable;

/** Tells the manager and the leader of a project that it waits for another in vain: each once, by one mail a morning. */
@Service
public class VainNeeds {

    private final Needs needs;
    private final People people;
    private final VainMails mails;
    private final OutboxTable outbox;
    private final WorkCalendar calendar;
    private final MailSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    VainNeeds(
            Needs needs,
            People people,
            VainMails mails,
            OutboxTable outbox,
            WorkCalendar calendar,
            MailSettings settings,
            JdbcClient db,
            Clock clock) {
        this.needs = needs;
        this.people = people;
        this.mails = mails;
        this.outbox = outbox;
        this.calendar = calendar;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    private record Told(long need, String person) {}

    /** Puts into the post what is new, if it is a workday and late enough; says how many mails. */
    @Transactional
    public int morning() {
        LocalDateTime now = LocalDateTime.now(clock);
        if (now.toLocalTime().isBefore(settings.remindAt()) || !calendar.isWorkday(now.toLocalDate())) {
            return 0;
        }
        // nodes take turns here until the end of the transaction
        db.sql("select id from reminder_run where id = 1 for update")
                .query(Integer.class)
                .single();
        int posted = 0;
        for (var one : fresh().entrySet()) {
            posted += post(one.getKey(), one.getValue(), now.toLocalDate()) ? 1 : 0;
        }
        return posted;
    }

    /** What each has not been told yet; of suspended projects nobody is reminded. */
    private Map<Person, List<NeedState>> fresh() {
        var told =
                db.sql("select need, person from need_told").query(Told.class).list();
        Map<String, Person> active =
                people.all().stream().filter(Person::active).collect(Collectors.toMap(Person::id, Function.identity()));
        Map<String, List<NeedState>> byPerson = new TreeMap<>();
        needs.never().stream()
                .filter(need -> need.project().state() == Project.State.RUNNING)
                .forEach(need -> Stream.of(
                                need.project().manager(), need.project().leader())
                        .filter(person -> person != null && active.containsKey(person))
                        .distinct()
                        .filter(person -> !told.contains(new Told(need.id(), person)))
                        .forEach(person -> byPerson.computeIfAbsent(person, id -> new ArrayList<>())
                                .add(need)));
        return byPerson.entrySet().stream()
                .collect(Collectors.toMap(one -> active.get(one.getKey()), Map.Entry::getValue));
    }

    /** Whoever has such a mail of this morning hears the rest in the next one. */
    private boolean post(Person person, List<NeedState> vain, LocalDate today) {
        Mail mail = mails.mail(person, vain, today);
        if (!outbox.post(mail, OffsetDateTime.now(clock))) {
            return false;
        }
        vain.forEach(need -> db.sql(
                        "insert into need_told (need, person, told_on, mail_id) values (:need, :person, :on, :mail)")
                .param("need", need.id())
                .param("person", person.id())
                .param("on", today)
                .param("mail", mail.id())
                .update());
        return true;
    }
}
