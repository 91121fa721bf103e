package org.waymark.reminder.digest;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.waymark.calendar.WorkCalendar;
import org.waymark.identity.People;
import org.waymark.identity.TownNames;
import org.waymark.reminder.Sheet;
import org.waymark.reminder.digest.Digest.Link;
import org.waymark.reminder.digest.Digest.Section;
import org.waymark.reminder.mail.Mail;
import org.waymark.reminder.mail.MailSettings;

/** Puts a sheet into words and makes the mail of it. */
@Component
public class Digests {

    private static final String KIND = "DIGEST";

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final People people;
    private final TownNames town;
    private final WorkCalendar calendar;
    private final MailSettings settings;

    public Digests(
            MessageSource messages,
            ITemplateEngine templates,
            People people,
            TownNames town,
            WorkCalendar calendar,
            MailSettings settings) {
        this.people = people;
        this.town = town;
        this.messages = messages;
        this.templates = templates;
        this.calendar = calendar;
        this.settings = settings;
    }

    public Mail mail(Sheet sheet) {
        var words = new Words(messages, people, town, settings.language());
        Digest digest = digest(sheet, words);
        var context = new Context(words.locale(), Map.of("digest", digest, "language", words.language()));
        return new Mail(
                UUID.randomUUID().toString(),
                sheet.person().id(),
                sheet.person().mail(),
                sheet.morning(),
                KIND,
                digest.subject(),
                digest.text(),
                templates.process("reminder/digest", context),
                words.language());
    }

    private Digest digest(Sheet sheet, Words words) {
        LocalDate today = sheet.morning();
        var byKind = new HashMap<>(sheet.notices().stream()
                .collect(groupingBy(notice -> kind(notice.step().dueOn(), today))));
        if (!sheet.waiting().isEmpty()) {
            byKind.put("waiting", sheet.waiting());
        }
        var counts = Stream.of("today", "overdue", "coming")
                .filter(byKind::containsKey)
                .map(kind -> words.say("count." + kind, byKind.get(kind).size()))
                .toList();
        var groups = new DigestGroups(words, calendar, today, settings.baseUrl());
        var sections = Stream.of("overdue", "today", "coming", "waiting")
                .filter(byKind::containsKey)
                .map(kind -> new Section(
                        kind, words.say("section." + kind, byKind.get(kind).size()), groups.of(byKind.get(kind))))
                .toList();
        String date = words.date(today, today);
        return new Digest(
                words.say("subject", String.join(words.say("comma.subject"), counts), date),
                words.say("greeting", sheet.person().name(words.language())),
                words.say("intro", date),
                sections,
                List.of(
                        new Link(words.say("link.board"), settings.baseUrl() + "/board"),
                        new Link(words.say("link.tasks"), settings.baseUrl() + "/camunda/app/tasklist/")),
                words.say("footer"));
    }

    private static String kind(LocalDate due, LocalDate today) {
        if (due.equals(today)) {
            return "today";
        }
        return due.isBefore(today) ? "overdue" : "coming";
    }
}
