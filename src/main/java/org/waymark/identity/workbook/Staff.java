package org.waymark.identity.workbook;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;

/** People, units and villages by their keys: what there is, or what a workbook says there should be. */
record Staff(Map<String, Place> units, Map<String, Place> villages, Map<String, Member> people) {

    /** A unit or a village. */
    record Place(String code, String nameZh, String nameEn) {}

    /**
     * Somebody of the office.
     *
     * @param roles codes such as {@code cadres}
     * @param villages codes of the villages the roles are bound to; none for the whole town
     * @param endsOn the last day, null for no end
     */
    record Member(
            String id,
            String nameZh,
            String nameEn,
            String mail,
            String unit,
            SortedSet<String> roles,
            SortedSet<String> villages,
            LocalDate endsOn) {}
}
