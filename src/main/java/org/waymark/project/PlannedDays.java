package org.waymark.milestone;

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
        Map<String, LocalDate> ends = new LinkedHashMap<>();
        for (PlannedMilestone milestone : template.milestones()) {
            LocalDate begin = milestone.before().stream()
                    .map(ends::get)
                    .max(Comparator.naturalOrder())
                    .orElse(start);
            LocalDate end = given.containsKey(milestone.element())
                    ? given.get(milestone.element())
                    : calendar.plusWorkdays(begin, milestone.workdays());
            ends.put(milestone.element(), end);
        }
        return ends;
    }
}
