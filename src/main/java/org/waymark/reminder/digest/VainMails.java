package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.identity.TownNames;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.need.NeedState;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;

/** Puts into words that projects wait in vain, and makes the mail of it. */
@Component
public class VainMails {

    private static final String KIND = "VAIN";

    private final MessageSource messages;
    private final ListMail list;
    private final People people;
    private final TownNames town;
    private final Milestones milestones;
    private final MailSettings settings;

    VainMails(
            MessageSource messages,
            ListMail list,
            People people,
            TownNames town,
            Milestones milestones,
            MailSettings settings) {
        this.messages = messages;
        this.list = list;
        this.people = people;
        this.town = town;
        this.milestones = milestones;
        this.settings = settings;
    }

    public Mail mail(Person person, List<NeedState> vain, LocalDate today) {
        var words = new Words(messages, people, town, settings.language());
        return list.of(
                KIND,
                person,
                today,
                words,
                words.say("vain.subject", vain.size(), words.date(today, today)),
                words.say("vain.intro"),
                vain.stream().map(need -> line(need, words)).toList());
    }

    /** A need in a sentence, and the page of the project that waits. */
    private ListMail.Line line(NeedState need, Words words) {
        String held = milestones
                .find(need.project().code(), need.milestone())
                .map(milestone -> milestone.name(words.language()))
                .orElse(need.milestone());
        return new ListMail.Line(
                words.say(
                        "vain.line",
                        need.project().name(words.language()),
                        held,
                        need.on().name(words.language())),
                settings.baseUrl() + "/projects/" + need.project().code());
    }
}
