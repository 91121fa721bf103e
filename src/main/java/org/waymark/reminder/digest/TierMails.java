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
import org.waymark.milestone.standing.Tier;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;

/** Puts into words that a bonus tier ends soon and who has not done his part, and makes the mail of it. */
@Component
public class TierMails {

    private static final String KIND = "TIER";

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final People people;
    private final TownNames town;
    private final MailSettings settings;

    TierMails(MessageSource messages, ITemplateEngine templates, People people, TownNames town, MailSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.people = people;
        this.town = town;
        this.settings = settings;
    }

    /** One tier in a sentence, and the page of its project. */
    public record Line(String text, String address) {}

    /** The mail of a morning about these tiers, at least one; its subject speaks of the first. */
    public Mail mail(Person person, List<Tier> tiers, LocalDate today) {
        var words = new Words(messages, people, town, settings.language());
        List<Line> lines = tiers.stream()
                .map(tier -> new Line(
                        words.say("tier.line", tier.project().name(words.language()), what(tier, words)),
                        settings.baseUrl() + "/projects/" + tier.project().code()))
                .toList();
        String subject = words.say("tier.subject", what(tiers.get(0), words), words.date(today, today));
        String greeting = words.say("greeting", person.name(words.language()));
        String intro = words.say("tier.intro");
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

    private String what(Tier tier, Words words) {
        String nth = messages.getMessage("tier.number." + tier.nth(), null, words.locale());
        String kind = messages.getMessage("kind." + tier.milestone().roster(), null, words.locale());
        String open = words.say("tier.open." + tier.rule(), tier.open(), kind);
        return tier.left() == 0 ? words.say("tier.today", nth, open) : words.say("tier.left", nth, tier.left(), open);
    }
}
