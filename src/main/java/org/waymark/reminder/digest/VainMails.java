package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
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
    private final ITemplateEngine templates;
    private final People people;
    private final TownNames town;
    private final Milestones milestones;
    private final MailSettings settings;

    VainMails(
            MessageSource messages,
            ITemplateEngine templates,
            People people,
            TownNames town,
            Milestones milestones,
            MailSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.people = people;
        this.town = town;
        this.milestones = milestones;
        this.settings = settings;
    }

    /** One need in a sentence, and the page of the project that waits. */
    public record Line(String text, String address) {}

    public Mail mail(Person person, List<NeedState> vain, LocalDate today) {
        var words = new Words(messages, people, town, settings.language());
        List<Line> lines = vain.stream().map(need -> line(need, words)).toList();
        String subject = words.say("vain.subject", vain.size(), words.date(today, today));
        String greeting = words.say("greeting", person.name(words.language()));
        String intro = words.say("vain.intro");
        var context = new Context(
                words.locale(),
                Map.of(
                        "subject", subject,
                        "greeting", greeting,
                        "intro", intro,
                        "lines", lines,
                        "language", words.language()));
        String text = lines.stream()
                .map(line -> "  - " + line.text() + "\n    " + line.address())
                .collect(Collectors.joining("\n"));
        return new Mail(
                UUID.randomUUID().toString(),
                person.id(),
                person.mail(),
                today,
                KIND,
                subject,
                greeting + "\n" + intro + "\n\n" + text + "\n",
                templates.process("reminder/vain", context),
                words.language());
    }

    private Line line(NeedState need, Words words) {
        String held = milestones
                .find(need.project().code(), need.milestone())
                .map(milestone -> milestone.name(words.language()))
                .orElse(need.milestone());
        return new Line(
                words.say(
                        "vain.line",
                        need.project().name(words.language()),
                        held,
                        need.on().name(words.language())),
                settings.baseUrl() + "/projects/" + need.project().code());
    }
}
