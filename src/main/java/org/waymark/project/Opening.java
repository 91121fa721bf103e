package org.waymark.project;

import java.time.LocalDate;
import java.util.Map;

/**
 * All that is needed to open a project.
 *
 * @param stage stage of the template to start at, null for its beginning
 * @param imported milestones done before Waymark was adopted, with the day each was reached
 * @param planned planned days that differ from what the template would compute
 * @param plan what is known of it beside its process
 */
public record Opening(
        String code,
        String template,
        String nameZh,
        String nameEn,
        String leader,
        String manager,
        String unit,
        LocalDate startsOn,
        LocalDate targetOn,
        String stage,
        Map<String, LocalDate> imported,
        Map<String, LocalDate> planned,
        Plan plan) {

    public Opening {
        if (code == null || !code.matches("[A-Z0-9][A-Z0-9-]{1,39}")) {
            throw new IllegalArgumentException(
                    "A project code is 2 to 40 capital letters, digits or dashes, not '%s'".formatted(code));
        }
        if (targetOn != null && targetOn.isBefore(startsOn)) {
            throw new IllegalArgumentException(
                    "Project %s would end on %s, before its start on %s".formatted(code, targetOn, startsOn));
        }
    }
}
