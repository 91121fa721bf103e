package org.waymark.progress.indicator;

import java.math.BigDecimal;

/**
 * What the town is measured by in a year.
 *
 * @param seq place within its statement
 * @param measure GROWTH: its target is growth over the year before, in percent; AMOUNT: its target is in its unit
 * @param known its newest version, null if nothing is known of it
 */
public record Indicator(
        int year,
        String code,
        Statement statement,
        int seq,
        String nameZh,
        String nameEn,
        String unitZh,
        String unitEn,
        Measure measure,
        Known known) {

    /** The five statements (五张报表). */
    public enum Statement {
        ECONOMY,
        SAFETY,
        ECOLOGY,
        LIVELIHOOD,
        PARTY
    }

    public enum Measure {
        GROWTH,
        AMOUNT
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }

    public String unit(String language) {
        return "en".equals(language) ? unitEn : unitZh;
    }

    /** Whether the target is reached; null while target or result is not known. */
    public Boolean reached() {
        BigDecimal result = known == null ? null : measure == Measure.GROWTH ? known.growth() : known.actual();
        return result == null || known.target() == null ? null : result.compareTo(known.target()) >= 0;
    }

    Indicator at(String newCode, int place) {
        return new Indicator(year, newCode, statement, place, nameZh, nameEn, unitZh, unitEn, measure, known);
    }

    Indicator with(Known newest) {
        return new Indicator(year, code, statement, seq, nameZh, nameEn, unitZh, unitEn, measure, newest);
    }
}
