package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.waymark.identity.Person;

/** The mail's sentences in one language. */
record Words(MessageSource messages, String language) {

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Numbers come out plain, without separators. */
    String say(String key, Object... parts) {
        Object[] plain = Arrays.stream(parts).map(String::valueOf).toArray();
        return messages.getMessage("reminder." + key, plain, locale());
    }

    /** With the year only when it is another than today's. */
    String date(LocalDate day, LocalDate today) {
        String key = day.getYear() == today.getYear() ? "date" : "date.year";
        return day.format(DateTimeFormatter.ofPattern(say(key), locale()));
    }

    String names(List<Person> people) {
        return people.stream().map(person -> person.name(language)).collect(Collectors.joining(say("comma")));
    }
}
