package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.waymark.identity.Person;
import org.waymark.reminder.mail.Mail;

/** A mail of one sentence after the other, each with the page it speaks of. */
@Component
class ListMail {

    private final ITemplateEngine templates;

    ListMail(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A sentence and the address of its page. */
    public record Line(String text, String address) {}

    Mail of(String kind, Person person, LocalDate today, Words words, String subject, String intro, List<Line> lines) {
        String greeting = words.say("greeting", person.name(words.language()));
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
                kind,
                subject,
                greeting + "\n" + intro + "\n\n" + text + "\n",
                templates.process("reminder/list", context),
                words.language());
    }
}
