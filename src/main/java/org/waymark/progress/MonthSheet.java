package org.waymark.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.waymark.project.Project;

/**
 * Who has reported a month, and what; money in 10,000 yuan.
 *
 * @param locked whether figures can only be corrected
 * @param matters what needs coordination, the solved ones last
 */
public record MonthSheet(YearMonth month, boolean locked, List<Line> lines, List<Matter> matters) {

    /** OWED is asked for and not due yet; LATE came after its day (迟报), SUPPLIED after the month was locked (补报). */
    public enum Status {
        REPORTED,
        LATE,
        SUPPLIED,
        OWED,
        OVERDUE,
        MISSED,
        ENDED,
        FAILED;

        /** @param afterLock whether it was reported when its month was locked */
        static Status of(Report report, LocalDate reportedOn, boolean afterLock, LocalDate today) {
            return switch (report.state()) {
                case REPORTED -> afterLock ? SUPPLIED : reportedOn.isAfter(report.dueOn()) ? LATE : REPORTED;
                case REQUESTED, OPEN -> today.isAfter(report.dueOn()) ? OVERDUE : OWED;
                case MISSED -> MISSED;
                case ENDED -> ENDED;
                case FAILED -> FAILED;
            };
        }
    }

    /**
     * One project.
     *
     * @param figures its newest, null while nothing was reported
     * @param yearInvested of the year up to this month, null while nothing was reported
     * @param totalInvested of all months ever reported up to this one, null while nothing was reported
     * @param plan what the year is to bring, null if not planned
     * @param yearBefore of the year's earlier months as they stand now, null while nothing was reported
     */
    public record Line(
            Project project,
            Report report,
            Status status,
            LocalDate reportedOn,
            Figures figures,
            BigDecimal yearBefore,
            BigDecimal yearInvested,
            BigDecimal yearRecognised,
            BigDecimal totalInvested,
            BigDecimal plan) {

        /** Share of the year's plan that is done, in percent with one decimal; null without a plan or a report. */
        public BigDecimal rate() {
            return share(yearInvested, plan);
        }

        public boolean corrected() {
            return figures != null && figures.version() > 1;
        }

        /** Whether earlier months were corrected or supplied after this one was written, so that its year changed. */
        public boolean followed() {
            return figures != null && figures.yearBefore().compareTo(yearBefore) != 0;
        }

        /** The year up to this month as it stood when this was written. */
        public BigDecimal yearAsWritten() {
            return figures.yearBefore().add(figures.invested());
        }
    }

    public BigDecimal invested() {
        return sum(line -> line.figures() == null ? null : line.figures().invested());
    }

    public BigDecimal recognised() {
        return sum(line -> line.figures() == null ? null : line.figures().recognised());
    }

    public BigDecimal yearInvested() {
        return sum(Line::yearInvested);
    }

    public BigDecimal yearRecognised() {
        return sum(Line::yearRecognised);
    }

    public BigDecimal plan() {
        return sum(Line::plan);
    }

    /** Of those who have reported and have a plan, what is done as a share of their plans; null if there is none. */
    public BigDecimal rate() {
        return share(
                sum(line -> line.plan() == null ? null : line.yearInvested()),
                sum(line -> line.yearInvested() == null ? null : line.plan()));
    }

    /** Whether nobody has reported anything yet. */
    public boolean nothing() {
        return lines.stream().allMatch(line -> line.figures() == null);
    }

    public int photos() {
        return lines.stream()
                .filter(line -> line.figures() != null)
                .mapToInt(line -> line.figures().photos())
                .sum();
    }

    public long count(Status... wanted) {
        return lines.stream()
                .filter(line -> List.of(wanted).contains(line.status()))
                .count();
    }

    private BigDecimal sum(Function<Line, BigDecimal> what) {
        return lines.stream().map(what).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
