package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.calendar.ClosedMonths;
import org.waymark.project.Plan;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities;
import org.waymark.roster.amount.RosterAmounts;

/** What needs an explanation in a report or its correction, what it tells, and which months are locked. */
@Component
class ReportRules {

    private final ReportTable table;
    private final FigureTable figures;
    private final Projects projects;
    private final Quantities quantities;
    private final RosterAmounts amounts;
    private final ClosedMonths months;
    private final MessageSource texts;
    private final Clock clock;

    ReportRules(
            ReportTable table,
            FigureTable figures,
            Projects projects,
            Quantities quantities,
            RosterAmounts amounts,
            ClosedMonths months,
            MessageSource texts,
            Clock clock) {
        this.table = table;
        this.figures = figures;
        this.projects = projects;
        this.quantities = quantities;
        this.amounts = amounts;
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

    /** The quantities a project's report tells: those of its plan that no roster sums up. */
    List<Plan.Quantity> quantities(String project) {
        Set<String> summedUp = amounts.summedUp(project);
        return projects.quantities(project).stream()
                .filter(one -> !summedUp.contains(one.code()))
                .toList();
    }

    /** Amounts done are the report's; the project's too while it lives, unless a later month has told them. */
    void tell(Report report, Map<String, BigDecimal> done, LocalDate day, String reason) {
        if (figures.isNewest(report)
                && projects.find(report.project()).orElseThrow().state().alive()) {
            done.forEach((code, total) -> quantities.did(
                    report.project(), code, total, new Quantities.Report(null, day, report.reportKey(), reason)));
        }
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

    /** A quantity with its unit and its plan, in the reader's language. */
    String said(Plan.Quantity one) {
        Locale reader = LocaleContextHolder.getLocale();
        String unit = texts.getMessage("unit." + one.unit(), null, one.unit(), reader);
        return say("progress.quantity", one.name(reader.getLanguage()), unit, plain(one.planned()));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
