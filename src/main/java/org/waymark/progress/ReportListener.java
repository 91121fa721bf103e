package org.waymark.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
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

/** Keeps the reports in step with their tasks and with their projects, in the transaction that changes those. */
@Component
class ReportListener {

    /** What the business keys of reports end with: {@code LP-HSR:2021-06:progress}. */
    static final String KEY_END = ":progress";

    private static final Logger LOG = LoggerFactory.getLogger(ReportListener.class);

    private final ReportTable table;
    private final FigureTable figures;
    private final ReportRules rules;
    private final Steps steps;
    private final Entries entries;
    private final Projects projects;
    private final Engine engine;
    private final ChangeLog log;
    private final Clock clock;
    private final TransactionTemplate own;

    ReportListener(
            ReportTable table,
            FigureTable figures,
            ReportRules rules,
            Steps steps,
            Entries entries,
            Projects projects,
            Engine engine,
            ChangeLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.figures = figures;
        this.rules = rules;
        this.steps = steps;
        this.entries = entries;
        this.projects = projects;
        this.engine = engine;
        this.log = log;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        if (!projects.find(report.project()).orElseThrow().state().alive()) {
            throw new Refused(rules.say("progress.ended"));
        }
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
        var done = ReportForm.quantities(rules.quantities(report.project()), fields);
        figures.insert(
                report.id(), new Figures.Told(first.version(), ReportForm.matters(report.project(), fields), done));
        rules.tell(report, done, step.happenedOn(), first.reason());
        table.reported(report.id(), first.version());
        log(report, "progress.reported", null, Reports.line(first), first.reason());
    }

    /**
     * A project that ends owes no report any more. Its reports end when its own transaction is over: whoever submits one
     * has locked its step and may be waiting for the project's log.
     */
    @TransactionalEventListener
    void on(ProjectNews.StateChanged changed) {
        if (changed.to() == Project.State.CANCELLED || changed.to() == Project.State.CLOSED) {
            table.owedByEnded().stream()
                    .filter(report -> report.project().equals(changed.project()))
                    .forEach(report -> tryToEnd(report, changed.reason()));
        }
    }

    /** The same for projects whose node ended too soon. */
    void endOwed() {
        table.owedByEnded().forEach(report -> tryToEnd(report, null));
    }

    private void tryToEnd(Report report, String reason) {
        try {
            own.executeWithoutResult(status -> end(report, reason));
        } catch (RuntimeException e) {
            LOG.warn("{} does not end yet, next try in the next run", report.reportKey(), e);
        }
    }

    /** Locked as whoever submits it locks them, step and report; one that was opened meanwhile is the next run's. */
    private void end(Report read, String reason) {
        steps.lockOpen(read.reportKey());
        table.lock(read.id()).filter(report -> report.state() == read.state()).ifPresent(report -> {
            table.becomes(report.id(), State.ENDED, null);
            if (report.state() == State.OPEN) {
                engine.cancel(report.processInstance(), "project ended");
            }
            Project.State ended = projects.find(report.project()).orElseThrow().state();
            log(report, "progress.ended", report.state().name(), ended.name(), reason);
        });
    }

    private void log(Report report, String what, String before, String after, String reason) {
        log.add(new Change(
                report.reportKey(), what, report.month().toString(), before, after, reason, LocalDate.now(clock)));
    }
}
