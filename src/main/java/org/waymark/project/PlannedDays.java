package org.waymark.project;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkCalendar;
import org.waymark.template.Template;
import org.waymark.template.Template.PlannedMilestone;

/** On which day each milestone of a template falls: so many workdays after those before it are to end. */
@Component
public class PlannedDays {

    /** All of the template's workdays, in thousandths. */
    private static final int WHOLE = 1000;

    private final WorkCalendar calendar;

    PlannedDays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * By milestone, in the order of the diagram.
     *
     * @param given days that are fixed already; those after them are counted from there
     */
    public Map<String, LocalDate> of(Template template, LocalDate start, Map<String, LocalDate> given) {
        return of(template, start, given, WHOLE);
    }

    /**
     * The same, drawn in: if a day that is not given would lie after the target, every milestone takes the same share of
     * the template's workdays, the largest with which none does.
     */
    public Map<String, LocalDate> within(
            Template template, LocalDate start, LocalDate target, Map<String, LocalDate> given) {
        int fits = 0;
        int most = WHOLE;
        while (fits < most) {
            int share = (fits + most + 1) / 2;
            if (last(of(template, start, given, share), given).isAfter(target)) {
                most = share - 1;
            } else {
                fits = share;
            }
        }
        return of(template, start, given, fits);
    }

    /** The last day that is not given; the earliest there is if all are. */
    public static LocalDate last(Map<String, LocalDate> ends, Map<String, LocalDate> given) {
        return ends.entrySet().stream()
                .filter(end -> !given.containsKey(end.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private Map<String, LocalDate> of(Template template, LocalDate start, Map<String, LocalDate> given, int share) {
        Map<String, LocalDate> ends = new LinkedHashMap<>();
        for (PlannedMilestone milestone : template.milestones()) {
            LocalDate begin = milestone.before().stream()
                    .map(ends::get)
                    .max(Comparator.naturalOrder())
                    .orElse(start);
            LocalDate end = given.containsKey(milestone.element())
                    ? given.get(milestone.element())
                    : calendar.plusWorkdays(begin, milestone.workdays() * share / WHOLE);
            ends.put(milestone.element(), end);
        }
        return ends;
    }
}
