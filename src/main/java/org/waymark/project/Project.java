package org.waymark.project;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A key project.
 *
 * @param code business key of its process instance
 * @param template id of the diagram it follows
 * @param leader user name of the leader who answers for it
 * @param manager user name of the project manager
 * @param processInstance the engine's id, null until it runs
 * @param kind see {@link Plan#kind()}
 * @param parent code of the project it is a phase of, null if it stands alone
 * @param investment in 10,000 yuan, null if not known
 * @param madeUp names of the fields that are made up, by blanks; null if none is
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
        String processInstance,
        String kind,
        String parent,
        BigDecimal investment,
        String madeUp) {

    /** Where a project stands in its life. */
    public enum State {
        RUNNING,
        SUSPENDED,
        CANCELLED,
        CLOSED;

        /** Whether it has not ended, be it suspended. */
        public boolean alive() {
            return this == RUNNING || this == SUSPENDED;
        }
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
