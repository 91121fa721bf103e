package org.waymark.progress;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final int LONGEST_LINE = 1000;

    /**
     * What a version says beside its figures.
     *
     * @param quantities how much is done altogether, by code
     */
    public record Told(int version, List<Matter> matters, Map<String, BigDecimal> quantities) {

        /** The amounts that are not what they were. */
        Map<String, BigDecimal> changed(Told before) {
            Map<String, BigDecimal> changed = new TreeMap<>(quantities);
            changed.entrySet().removeIf(one -> {
                BigDecimal was = before.quantities.get(one.getKey());
                return was != null && was.compareTo(one.getValue()) == 0;
            });
            return changed;
        }

        /** As the change log keeps it. */
        String line() {
            Stream<String> said = Stream.concat(
                    matters.stream().map(Matter::line),
                    new TreeMap<>(quantities)
                            .entrySet().stream().map(one -> one.getKey() + " = " + ReportRules.plain(one.getValue())));
            String all = said.collect(Collectors.joining("; "));
            return all.substring(0, Math.min(LONGEST_LINE, all.length()));
        }
    }

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
