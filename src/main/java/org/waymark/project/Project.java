package org.waymark.project;

import java.time.LocalDate;

/**
 * A key project.
 *
 * @param code business key of its process instance
 * @param template id of the diagram it follows
 * @param leader user name of the leader who answers for it
 * @param manager user name of the project manager
 * @param processInstance the engine's id, null until it runs
 */
public record Project(
        String code,
        String template,
        String nameZh,
        String nameEn,
        State state,
        String leader,
        String manager,
        String unit,
        LocalDate startsOn,
        LocalDate targetOn,
        String processInstance) {

    /** Where a project stands in its life. */
    public enum State {
        RUNNING,
        SUSPENDED,
        CANCELLED,
        CLOSED
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
