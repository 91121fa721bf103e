package org.waymark.deadline;

/** What a period means. */
public enum Kind {
    /** Not later than (办理时限). */
    MAX,
    /** At least (公示期): what waits for it may go on the day after its last full day. */
    MIN,
    /** At the latest so long before an event (最迟提前日). */
    BACK,
    /** Valid until (有效期). */
    VALID,
    /** Open only from the day after an event to its end (可申请期间): before it is too early, after it too late. */
    WINDOW,
    /** A bonus tier (奖励档期): by then the bonus is this much, afterwards less. */
    TIER,
    /** No period: something the law forbids on some days, or before something else. */
    CONSTRAINT
}
