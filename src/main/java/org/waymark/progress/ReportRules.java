package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.calendar.ClosedMonths;

/** What needs an explanation in a report or its correction, and which months are locked. */
@Component
class ReportRules {

    private final ReportTable table;
    private final FigureTable figures;
    private final ClosedMonths months;
    private final MessageSource texts;
    private final Clock clock;

    ReportRules(ReportTable table, FigureTable figures, ClosedMonths months, MessageSource texts, Clock clock) {
        this.table = table;
        this.figures = figures;
        this.months = months;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether a month's reports can only be corrected, with a reason: it closed by itself or the office locked it. */
    boolean locked(YearMonth month) {
        return closed(month, LocalDate.now(clock)) || table.lockedAt(month).isPresent();
    }

    /** Whether the month had closed by itself on that day. */
    boolean closed(YearMonth month, LocalDate day) {
        return months.closed(month.atEndOfMonth(), day);
    }

    /** Why these figures need an explanation, in the reader's language; empty if they need none. */
    Optional<String> unexplained(Report report, BigDecimal invested, BigDecimal recognised, BigDecimal percent) {
        List<String> why = new ArrayList<>();
        if (recognised.compareTo(invested) > 0) {
            why.add(say("progress.recognised", plain(recognised), plain(invested)));
        }
        figures.before(report.project(), report.month())
                .map(Figures::percent)
                .filter(before -> percent.compareTo(before) < 0)
                .ifPresent(before -> why.add(say("progress.falls", plain(percent), plain(before))));
        if (locked(report.month())) {
            why.add(say(
                    "progress.locked", report.month().getYear(), report.month().getMonthValue()));
        }
        return why.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", why));
    }

    String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
