package org.waymark.identity;

/**
 * Somebody's account was made or changed; told inside the transaction that does it, after all rows of people are written.
 *
 * @param before what it said, null if there was nothing or it is not told, as with passwords
 * @param after what it says now, null if it is not told
 */
public record AccountChanged(String person, What what, String before, String after) {

    /** What was done to an account. */
    public enum What {
        ADDED,
        CHANGED,
        /** Somebody else gave a new password. */
        PASSWORD_GIVEN,
        /** The owner changed it. */
        PASSWORD_CHANGED
    }
}
