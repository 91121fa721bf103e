package org.waymark.roster;

import java.math.BigDecimal;

/**
 * A household, grave or parcel of a project; it exists once there.
 *
 * @param kind e.g. {@code household}
 * @param number its number in the roster, e.g. {@code H-0001}
 * @param quantity square metres of a house, places of a grave, mu of a parcel
 * @param responsible user name of the person who answers for it (包干人), null if none
 */
public record RosterObject(
        long id,
        String project,
        String kind,
        String number,
        String holderName,
        String village,
        String team,
        String section,
        BigDecimal quantity,
        int people,
        String responsible,
        State state) {

    /** WITHDRAWN objects (核减) count nowhere but stay on record. */
    public enum State {
        VALID,
        WITHDRAWN
    }
}
