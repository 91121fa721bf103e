package org.waymark.deadline;

/** Where a last day goes that is a rest day. */
public enum Roll {
    /** Stays: a period that only has to last, or is counted in workdays anyway. */
    NONE,
    /** To the next workday (民法典 203). */
    FORWARD,
    /** To the workday before, where something must be done before an event. The law is silent; this is prudent. */
    BACK;

    static Roll usual(Kind kind, Unit unit) {
        if (unit == Unit.WD) {
            return NONE;
        }
        return switch (kind) {
            case MAX, WINDOW -> FORWARD;
            case BACK -> BACK;
            case MIN, VALID, TIER, CONSTRAINT -> NONE;
        };
    }
}
