package org.waymark.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.engine.Engine;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.StepClosed;
import org.waymark.milestone.step.Steps;
import org.waymark.progress.Report.State;
import org.waymark.project.Project;
import org.waymark.project.ProjectNews;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities;

/** Keeps the reports in step with their tasks and with their projects, in the transaction that changes those. */
@Component
class ReportListener {

    /** What the business keys of reports end with: {@code LP-HSR:2021-06:progress}. */
    static final String KEY_END = ":progress";

    private final ReportTable table;
    private final FigureTable figures;
    private final ReportRules rules;
    private final Steps steps;
    private final Entries entries;
    private final Projects projects;
    private final Quantities quantities;
    private final Engine engine;
    private final ChangeLog log;
    private final Clock clock;

    ReportListener(
            ReportTable table,
            FigureTable figures,
            ReportRules rules,
            Steps steps,
            Entries entries,
            Projects projects,
            Quantities quantities,
            Engine engine,
            ChangeLog log,
            Clock clock) {
        this.table = table;
        this.figures = figures;
        this.rules = rules;
        this.steps = steps;
        this.entries = entries;
        this.projects = projects;
        this.quantities = quantities;
        this.engine = engine;
        this.log = log;
        this.clock = clock;
    }

    /** What was submitted becomes the report's first figures. */
    @EventListener
    void on(StepClosed closed) {
        if (closed.instanceKey().endsWith(KEY_END)) {
            table.ofKey(closed.instanceKey())
                    .flatMap(report -> table.lock(report.id()))
                    .filter(report -> report.state() == State.OPEN)
                    .ifPresent(this::report);
        }
    }

    private void report(Report report) {
        Step step = steps.ofInstance(report.reportKey()).stream()
                .filter(one -> one.state() == Step.State.DONE)
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = entries.of(step).fields();
        Figures first = new Figures(
                report.version() + 1,
                ReportForm.number(fields, "invested"),
                ReportForm.number(fields, "recognised"),
                ReportForm.number(fields, "percent"),
                ReportForm.text(fields, "scene"),
                ReportForm.text(fields, "problems"),
                ReportForm.text(fields, "reason"),
                figures.yearBefore(report.project(), report.month()).invested(),
                entries.files(step).size(),
                rules.locked(report.month()),
                false,
                SignedIn.name().orElse("system"),
                null);
        figures.insert(report.id(), first);
        ReportForm.matters(report.project(), fields).forEach(matter -> figures.insert(report.id(), matter));
        amounts(report, step, fields, first.reason());
        table.reported(report.id(), first.version());
        log(report, "progress.reported", null, Reports.line(first), first.reason());
    }

    /** Amounts done are the report's; the project's too unless a later month has told them or a roster tells them. */
    private void amounts(Report report, Step step, Map<String, Object> fields, String reason) {
        boolean newest = figures.isNewest(report);
        ReportForm.quantities(projects.quantities(report.project()), fields).forEach((code, done) -> {
            figures.insert(report.id(), code, done);
            if (newest && !figures.isRosters(report.project(), code)) {
                quantities.did(
                        report.project(),
                        code,
                        done,
                        new Quantities.Report(null, step.happenedOn(), report.reportKey(), reason));
            }
        });
    }

    /** A project that ends owes no report any more. */
    @EventListener
    void on(ProjectNews.StateChanged changed) {
        if (changed.to() == Project.State.CANCELLED || changed.to() == Project.State.CLOSED) {
            table.lockOwed(changed.project()).forEach(report -> end(report, changed));
        }
    }

    private void end(Report report, ProjectNews.StateChanged changed) {
        table.becomes(report.id(), State.ENDED, null);
        if (report.state() == State.OPEN) {
            engine.cancel(report.processInstance(), changed.to().name());
        }
        log(report, "progress.ended", report.state().name(), changed.to().name(), changed.reason());
    }

    private void log(Report report, String what, String before, String after, String reason) {
        log.add(new Change(
                report.reportKey(), what, report.month().toString(), before, after, reason, LocalDate.now(clock)));
    }
}
