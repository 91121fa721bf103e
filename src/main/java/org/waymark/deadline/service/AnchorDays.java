package org.waymark.deadline.service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The day a period runs from, as the form of its step tells it: what is posted in several places counts from the last of
 * them, what is served by public notice from the day it is deemed served.
 */
@Component
public class AnchorDays {

    /** Property of a step: fields of its form with the days, blanks between them. */
    private static final String FIELDS = "anchorField";

    private final ServiceForm service;

    AnchorDays(ServiceForm service) {
        this.service = service;
    }

    /** The fields that give the day; {@code happenedOn} if the diagram names none. */
    public static List<String> fields(Map<String, String> properties) {
        return List.of(properties.getOrDefault(FIELDS, "happenedOn").strip().split("\\s+"));
    }

    /** The day; empty if none of the fields has one. */
    public Optional<LocalDate> of(Map<String, String> properties, Map<String, Object> fields) {
        List<String> names = fields(properties);
        return names.contains(ServiceForm.DAY) && service.deemed(fields).isPresent()
                ? service.deemed(fields)
                : names.stream()
                        .flatMap(name -> ServiceForm.day(fields, name).stream())
                        .max(Comparator.naturalOrder());
    }

    /** The field the reader is told of when the day is wrong. */
    public String told(Map<String, String> properties, Map<String, Object> fields) {
        List<String> names = fields(properties);
        Optional<LocalDate> day = of(properties, fields);
        return names.contains(ServiceForm.DAY) && service.deemed(fields).isPresent()
                ? ServiceForm.NOTICE
                : names.stream()
                        .filter(name -> ServiceForm.day(fields, name).equals(day))
                        .findFirst()
                        .orElse(names.get(0));
    }
}
