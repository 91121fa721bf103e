package org.waymark.progress;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * What a report says, in one of its versions.
 *
 * @param invested investment completed in the month, in 10,000 yuan (本月完成投资)
 * @param recognised of it what statistics have recognised (纳统投资)
 * @param percent physical progress, 0 to 100
 * @param yearBefore investment of the year's earlier months when this was written
 * @param photos how many photos came with it
 * @param afterLock whether it was written after the month was locked
 * @param recordedBy user name
 */
public record Figures(
        int version,
        BigDecimal invested,
        BigDecimal recognised,
        BigDecimal percent,
        String scene,
        String problems,
        String reason,
        BigDecimal yearBefore,
        int photos,
        boolean afterLock,
        boolean madeUp,
        String recordedBy,
        OffsetDateTime recordedAt) {

    /** The same, written when the year's earlier months held {@code before}. */
    Figures after(BigDecimal before) {
        return new Figures(
                version,
                invested,
                recognised,
                percent,
                scene,
                problems,
                reason,
                before,
                photos,
                afterLock,
                madeUp,
                recordedBy,
                recordedAt);
    }
}
