package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
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
    private final ListMail list;
    private final People people;
    private final TownNames town;
    private final MailSettings settings;

    TierMails(MessageSource messages, ListMail list, People people, TownNames town, MailSettings settings) {
        this.messages = messages;
        this.list = list;
        this.people = people;
        this.town = town;
        this.settings = settings;
    }

    /** The mail of a morning about these tiers, at least one; its subject speaks of the first. */
    public Mail mail(Person person, List<Tier> tiers, LocalDate today) {
        var words = new Words(messages, people, town, settings.language());
        String subject = words.say("tier.subject", what(tiers.get(0), words), words.date(today, today));
        return list.of(
                KIND,
                person,
                today,
                words,
                subject,
                words.say("tier.intro"),
                tiers.stream()
                        .map(tier -> new ListMail.Line(
                                words.say("tier.line", tier.project().name(words.language()), what(tier, words)),
                                settings.baseUrl() + "/projects/"
                                        + tier.project().code()))
                        .toList());
    }

    private String what(Tier tier, Words words) {
        String nth = messages.getMessage("tier.number." + tier.nth(), null, words.locale());
        String kind = messages.getMessage("kind." + tier.milestone().roster(), null, words.locale());
        String open = words.say("tier.open." + tier.rule(), tier.open(), kind);
        return tier.left() == 0 ? words.say("tier.today", nth, open) : words.say("tier.left", nth, tier.left(), open);
    }
}
