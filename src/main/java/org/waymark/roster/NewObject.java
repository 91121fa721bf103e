package org.waymark.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * An object to be added to a roster.
 *
 * @param milestone where its case is now: what its kind goes through before that is done; null for the first
 * @param stage stage its case is at already, null to start at the beginning, {@link #DONE} if its case was closed before
 * @param anchors days of the events the stage's periods run from
 * @param doneOn the day its case was closed, with {@link #DONE}; else the day what comes before was done, null if unknown
 */
public record NewObject(
        String number,
        String holderName,
        String village,
        String team,
        String section,
        BigDecimal quantity,
        int people,
        String responsible,
        String milestone,
        String stage,
        Map<String, LocalDate> anchors,
        LocalDate doneOn) {

    public NewObject {
        if (number == null || !number.matches("[^\\s:]{1,40}")) {
            throw new IllegalArgumentException(
                    "An object's number is 1 to 40 characters without blanks and colons, not '%s'".formatted(number));
        }
    }

    /** Not an event of the law: the day the object came to its stage, from which its open step is due. */
    public static final String SINCE = "since";

    /** Not a stage of the diagram: the case was closed before Waymark was adopted. */
    public static final String DONE = "done";
}
