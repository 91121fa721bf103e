package org.waymark.reminder.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.identity.TownNames;

/** The mail's sentences in one language. */
record Words(MessageSource messages, People people, TownNames town, String language) {

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

    /** The name of a person, empty for nobody. */
    Optional<String> person(String id) {
        return id == null ? Optional.empty() : people.find(id).map(person -> person.name(language));
    }

    String group(String group) {
        return town.group(group, locale());
    }

    String names(List<Person> people) {
        return people.stream().map(person -> person.name(language)).collect(Collectors.joining(say("comma")));
    }
}
