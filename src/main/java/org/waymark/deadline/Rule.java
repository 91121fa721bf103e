package org.waymark.deadline;

import java.time.LocalDate;

/**
 * A row of the rule catalogue.
 *
 * @param anchor code of the event its period runs from
 * @param authority law and article, in Chinese
 * @param from first day it is in force, null if since always
 * @param to last day it is in force, null while it is
 * @param mark found (read in the source), custom (practice, no law), unverified
 */
public record Rule(
        String code,
        Kind kind,
        Holder holder,
        int n,
        Unit unit,
        String anchor,
        String authority,
        LocalDate from,
        LocalDate to,
        String mark) {

    public boolean inForceOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
