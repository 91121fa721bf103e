package org.waymark.progress.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What was known of an indicator at some time; what was not known is null and never 0.
 *
 * @param target growth in percent or an amount, as the indicator is measured
 * @param actual in the indicator's unit
 * @param growth over the year before, in percent
 * @param townRank place among the towns it is ranked with, 1 the first
 * @param source the document it stands in
 * @param sourceOn date of the document, null if it names none
 * @param note what the figure covers, e.g. its months
 * @param recordedBy user name
 */
public record Known(
        int version,
        BigDecimal target,
        BigDecimal actual,
        BigDecimal growth,
        Integer townRank,
        String source,
        LocalDate sourceOn,
        String note,
        boolean madeUp,
        String recordedBy,
        OffsetDateTime recordedAt) {

    boolean nothing() {
        return target == null && actual == null && growth == null && townRank == null;
    }
}
