package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.identity.TownNames;
import org.waymark.project.Project;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;

/** Puts into words that a permit or another validity ends soon, and makes the mail of it. */
@Component
public class ValidMails {

    private static final String KIND = "VALID";

    private final MessageSource messages;
    private final ListMail list;
    private final People people;
    private final TownNames town;
    private final MailSettings settings;

    ValidMails(MessageSource messages, ListMail list, People people, TownNames town, MailSettings settings) {
        this.messages = messages;
        this.list = list;
        this.people = people;
        this.town = town;
        this.settings = settings;
    }

    /** @param left calendar days until its last day; 0 on the day itself */
    public record Ending(Project project, LegalPeriod period, long left) {}

    /** The mail of a morning about these, at least one; its subject speaks of the first. */
    public Mail mail(Person person, List<Ending> endings, LocalDate today) {
        var words = new Words(messages, people, town, settings.language());
        String subject = words.say("valid.subject", what(endings.get(0), words), words.date(today, today));
        return list.of(
                KIND,
                person,
                today,
                words,
                subject,
                words.say("valid.intro"),
                endings.stream()
                        .map(one -> new ListMail.Line(
                                words.say(
                                        "valid.line",
                                        one.project().name(words.language()),
                                        what(one, words),
                                        words.date(one.period().dueOn(), today)),
                                address(one)))
                        .toList());
    }

    private String what(Ending one, Words words) {
        String rule = messages.getMessage("deadline.rule." + one.period().rule(), null, words.locale());
        String[] key = one.period().instanceKey().split(":");
        String name = key.length > 1 ? words.say("valid.of", key[1], rule) : rule;
        return one.left() == 0 ? words.say("valid.today", name) : words.say("valid.left", name, one.left());
    }

    private String address(Ending one) {
        String[] key = one.period().instanceKey().split(":");
        return settings.baseUrl() + "/projects/" + key[0] + (key.length > 1 ? "/objects/" + key[1] : "");
    }
}
