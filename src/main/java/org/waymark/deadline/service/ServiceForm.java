package org.waymark.deadline.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.calendar.CalendarVersion;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;

/**
 * What the forms of all steps that serve a paper ask, by names that are the same everywhere, and what their fields alone
 * cannot hold together. Public notice counts by the rule {@value #RULE}.
 */
@Component
public class ServiceForm {

    static final String WAY = "serviceWay";
    static final String DAY = "servedOn";
    static final String SENT = "sentOn";
    static final String NOTICE = "noticePostedOn";
    static final String WITNESS = "serviceWitness";
    static final String SECOND = "serviceWitness2";
    static final String PHOTO = "servicePhoto";

    private static final String RULE = "SRV-PUBLIC";

    private final Deadlines deadlines;
    private final MessageSource texts;
    private final Clock clock;

    ServiceForm(Deadlines deadlines, MessageSource texts, Clock clock) {
        this.deadlines = deadlines;
        this.texts = texts;
        this.clock = clock;
    }

    /** How it was served; empty if the fields do not say. */
    static Optional<Way> way(Map<String, Object> fields) {
        String way = Services.text(fields, fields.containsKey(WAY) ? WAY : "service");
        return Optional.ofNullable(way).map(value -> Way.valueOf(value.toUpperCase(Locale.ROOT)));
    }

    /** The day a paper served by public notice is deemed served; empty if it is served in another way. */
    Optional<LocalDate> deemed(Map<String, Object> fields) {
        return time(fields).map(Computed::lastDay);
    }

    private Optional<Computed> time(Map<String, Object> fields) {
        return Optional.of(fields)
                .filter(all -> fields.containsKey(WAY) && way(all).orElse(null) == Way.PUBLIC)
                .flatMap(all -> day(all, NOTICE))
                .map(from -> deadlines.compute(RULE, from, CalendarVersion.CURRENT))
                .filter(Computed.class::isInstance)
                .map(Computed.class::cast);
    }

    /**
     * What keeps fields that pass their form's own checks from being submitted: a sentence in the reader's language by
     * field, empty if nothing does or nothing is served.
     *
     * @param asks whether the form has a field of this name; older forms lack some
     */
    public Map<String, String> wrong(Predicate<String> asks, Map<String, Object> fields) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!asks.test(WAY)) {
            return wrong;
        }
        switch (way(fields).orElseThrow()) {
            case LEFT -> left(asks, fields, wrong);
            case POST ->
                day(fields, SENT).ifPresent(sent -> day(fields, DAY)
                        .filter(served -> served.isBefore(sent))
                        .ifPresent(served -> wrong.put(DAY, say("service.beforePosted", served, sent))));
            case PUBLIC -> notice(fields, wrong);
            default -> {
                // who received it is asked by the form itself
            }
        }
        return wrong;
    }

    private void left(Predicate<String> asks, Map<String, Object> fields, Map<String, String> wrong) {
        boolean seen = Services.text(fields, WITNESS) != null && Services.text(fields, SECOND) != null;
        if (asks.test(SECOND) && !seen && Services.files(fields, PHOTO) == null) {
            wrong.put(WITNESS, say("service.unseen"));
        }
    }

    private void notice(Map<String, Object> fields, Map<String, String> wrong) {
        Optional<Computed> time = time(fields);
        if (time.isEmpty()) {
            wrong.put(NOTICE, say("service.noRule", Services.text(fields, NOTICE)));
            return;
        }
        LocalDate served = time.get().lastDay();
        if (time.get().earliest().isAfter(LocalDate.now(clock))) {
            wrong.put(
                    NOTICE,
                    say(
                            "service.running",
                            time.get().anchor(),
                            time.get().n(),
                            served,
                            time.get().earliest()));
        }
        day(fields, DAY)
                .filter(day -> !day.equals(served))
                .ifPresent(day -> wrong.put(DAY, say("service.deemed", served)));
    }

    static Optional<LocalDate> day(Map<String, Object> fields, String name) {
        try {
            return Optional.ofNullable(Services.text(fields, name)).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private String say(String key, Object... values) {
        Object[] words = java.util.Arrays.stream(values)
                .map(value -> value instanceof LocalDate ? value.toString() : value)
                .toArray();
        return texts.getMessage(key, words, LocaleContextHolder.getLocale());
    }
}
