package org.waymark.board.progress;

import java.util.List;
import org.waymark.progress.MonthSheet;
import org.waymark.progress.MonthSheet.Status;

/** How many projects of a month are in one state, and how that looks. */
public record Tally(String key, String look, long count) {

    /** In time, late, still to come, overdue, missed. */
    public static List<Tally> of(MonthSheet sheet) {
        return List.of(
                new Tally("intime", "", sheet.count(Status.REPORTED)),
                new Tally("late", "week", sheet.count(Status.LATE, Status.SUPPLIED)),
                new Tally("owed", "", sheet.count(Status.OWED)),
                new Tally("overdue", "fresh", sheet.count(Status.OVERDUE, Status.FAILED)),
                new Tally("missed", "fresh", sheet.count(Status.MISSED)));
    }

    /** The colour of a state's lamp. */
    public static String look(Status status) {
        return switch (status) {
            case REPORTED -> "green";
            case LATE, SUPPLIED -> "yellow";
            case OWED, ENDED -> "grey";
            case OVERDUE, MISSED, FAILED -> "red";
        };
    }
}
