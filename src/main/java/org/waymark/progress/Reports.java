package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.progress.MonthSheet.Line;
import org.waymark.progress.MonthSheet.Status;
import org.waymark.progress.Report.State;
import org.waymark.project.Plan;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The monthly reports of all projects: read them, lock a month, correct what was reported, ask for what was missed. */
@Service
public class Reports {

    /** Days somebody has for a report of a missed month once it is asked for. */
    private static final int SUPPLY_DAYS = 5;

    private final ReportTable table;
    private final FigureTable figures;
    private final ReportRules rules;
    private final Projects projects;
    private final ChangeLog log;
    private final Clock clock;

    Reports(ReportTable table, FigureTable figures, ReportRules rules, Projects projects, ChangeLog log, Clock clock) {
        this.table = table;
        this.figures = figures;
        this.rules = rules;
        this.projects = projects;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A correction, checked already for its form; it says all that the report says from now on.
     *
     * @param quantities how much is done altogether at the month's end, by code
     * @param reason why; may be null while the month is open and nothing needs an explanation
     */
    public record Correction(
            BigDecimal invested,
            BigDecimal recognised,
            BigDecimal percent,
            String scene,
            String problems,
            List<Matter> matters,
            Map<String, BigDecimal> quantities,
            String reason) {}

    /** The months reports were asked for, the newest first. */
    public List<YearMonth> months() {
        return table.months();
    }

    public Optional<Report> find(String project, YearMonth month) {
        return table.find(project, month);
    }

    /** All versions of a report, the newest first. */
    public List<Figures> versions(Report report) {
        return figures.versions(report.id());
    }

    /** What each version says beside its figures, the newest first. */
    public List<Figures.Told> told(Report report) {
        return figures.versions(report.id()).stream()
                .map(one -> figures.told(report.id(), one.version()))
                .toList();
    }

    /** The quantities the project's reports tell. */
    public List<Plan.Quantity> quantities(String project) {
        return rules.quantities(project);
    }

    public boolean locked(YearMonth month) {
        return rules.locked(month);
    }

    /** The month's sheet of those projects the reader may see. */
    public MonthSheet sheet(YearMonth month, Predicate<Project> seen) {
        Map<String, Project> shown = projects.all().stream()
                .filter(seen)
                .collect(Collectors.toMap(Project::code, one -> one, (a, b) -> a, LinkedHashMap::new));
        var newest = figures.newest(month);
        var sums = figures.sums(month.withMonth(1).atDay(1), month);
        var ever = figures.sums(LocalDate.EPOCH, month);
        var plans = figures.plans(month.getYear());
        var lockedAt = table.lockedAt(month);
        LocalDate today = LocalDate.now(clock);
        List<Line> lines = table.of(month).stream()
                .filter(report -> shown.containsKey(report.project()))
                .map(report -> {
                    var before = sums.getOrDefault(report.project(), FigureTable.Sums.NONE);
                    var all = ever.getOrDefault(report.project(), FigureTable.Sums.NONE);
                    Figures now = newest.get(report.project());
                    LocalDate day = report.reportedAt() == null
                            ? null
                            : LocalDate.ofInstant(report.reportedAt().toInstant(), clock.getZone());
                    boolean late = day != null
                            && (rules.closed(month, day)
                                    || lockedAt.filter(report.reportedAt()::isAfter)
                                            .isPresent());
                    return new Line(
                            shown.get(report.project()),
                            report,
                            Status.of(report, day, late, today),
                            day,
                            now,
                            now == null ? null : before.invested(),
                            now == null ? null : before.invested().add(now.invested()),
                            now == null ? null : before.recognised().add(now.recognised()),
                            now == null ? null : all.invested().add(now.invested()),
                            plans.get(report.project()));
                })
                .toList();
        List<Matter> matters = figures.matters(month).stream()
                .filter(matter -> shown.containsKey(matter.project()))
                .sorted(Comparator.comparing(Matter::solved).thenComparing(Matter::limitOn))
                .toList();
        return new MonthSheet(month, rules.locked(month), lines, matters);
    }

    /**
     * Locks a month before it closes by itself.
     *
     * @throws Refused if it is locked already, or no reports were asked for it
     */
    @Transactional
    public void lock(YearMonth month, String who) {
        if (rules.locked(month) || !table.lockMonth(month, who)) {
            throw new Refused(rules.say("progress.lock.already", month.getYear(), month.getMonthValue()));
        }
        log.add(new Change(
                ReportOpening.chain(month),
                "progress.locked",
                month.toString(),
                null,
                null,
                null,
                LocalDate.now(clock)));
    }

    /**
     * Makes a new version of what was reported; the old one stays.
     *
     * @param version the version the reader saw
     * @throws Refused if nothing was reported, somebody else was faster, or an explanation is missing
     */
    @Transactional
    public void correct(String project, YearMonth month, int version, Correction correction, String who) {
        Report report = table.find(project, month)
                .flatMap(one -> table.lock(one.id()))
                .filter(one -> one.state() == State.REPORTED)
                .orElseThrow(() -> new Refused(rules.say("progress.correct.nothing")));
        if (report.version() != version) {
            throw new Refused(rules.say("progress.correct.stale"));
        }
        if (correction.reason() == null) {
            rules.unexplained(report, correction.invested(), correction.recognised(), correction.percent())
                    .ifPresent(why -> {
                        throw new Refused(why);
                    });
        }
        Figures old = figures.versions(report.id()).get(0);
        Figures next = new Figures(
                report.version() + 1,
                correction.invested(),
                correction.recognised(),
                correction.percent(),
                correction.scene(),
                correction.problems(),
                correction.reason(),
                figures.yearBefore(project, month).invested(),
                old.photos(),
                rules.locked(month),
                old.madeUp(),
                who,
                null);
        Figures.Told before = figures.told(report.id(), old.version());
        Figures.Told told = new Figures.Told(next.version(), correction.matters(), correction.quantities());
        figures.insert(report.id(), next);
        figures.insert(report.id(), told);
        table.reported(report.id(), next.version());
        LocalDate today = LocalDate.now(clock);
        LocalDate end = month.atEndOfMonth();
        rules.tell(report, told.changed(before), end.isBefore(today) ? end : today, correction.reason());
        log(report, "progress.corrected", line(old), line(next), correction.reason());
        if (!before.line().equals(told.line())) {
            log(report, "progress.corrected.told", before.line(), told.line(), correction.reason());
        }
    }

    /**
     * Asks for the report of a month that was missed, or whose task could not be opened; it is due some days from now.
     *
     * @throws Refused if it was asked for already, or its project does not run
     */
    @Transactional
    public void supply(String project, YearMonth month) {
        Report report = table.find(project, month)
                .flatMap(one -> table.lock(one.id()))
                .filter(Report::canBeAsked)
                .filter(one -> projects.find(project).orElseThrow().state() == Project.State.RUNNING)
                .orElseThrow(() -> new Refused(rules.say("progress.supply.not")));
        LocalDate today = LocalDate.now(clock);
        table.askedAgain(report.id(), today.plusDays(SUPPLY_DAYS));
        log(report, "progress.asked", report.state().name(), State.REQUESTED.name(), null);
    }

    private void log(Report report, String what, String old, String now, String reason) {
        log.add(new Change(
                report.reportKey(), what, report.month().toString(), old, now, reason, LocalDate.now(clock)));
    }

    /** The figures as the change log keeps them. */
    static String line(Figures one) {
        return "%s / %s / %s%%"
                .formatted(
                        ReportRules.plain(one.invested()),
                        ReportRules.plain(one.recognised()),
                        ReportRules.plain(one.percent()));
    }
}
