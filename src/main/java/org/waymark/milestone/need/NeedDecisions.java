package org.waymark.milestone.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.need.NeedState.Status;
import org.waymark.milestone.need.NeedState.Waiver;
import org.waymark.milestone.need.NeedTable.Row;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.portfolio.Portfolio;

/** What the office decides of needs after a project was opened: one more, or that one is not waited for any longer. */
@Service
public class NeedDecisions {

    private final NeedTable table;
    private final NeedStates states;
    private final Portfolio portfolio;
    private final Milestones milestones;
    private final Projects projects;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    NeedDecisions(
            NeedTable table,
            NeedStates states,
            Portfolio portfolio,
            Milestones milestones,
            Projects projects,
            ChangeLog log,
            MessageSource texts,
            Clock clock) {
        this.table = table;
        this.states = states;
        this.portfolio = portfolio;
        this.milestones = milestones;
        this.projects = projects;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Lets the project go on without it (免除). Said again it changes nothing.
     *
     * @param document number of the decision
     * @throws Refused without a reason or document, of a need that is met, or of a project that has ended
     */
    @Transactional
    public void waive(long id, String reason, String document) {
        if (reason == null || reason.isBlank()) {
            throw Refused.of(texts, "life.reason");
        }
        if (document == null || document.isBlank()) {
            throw Refused.of(texts, "life.document");
        }
        Row row = table.find(id).orElseThrow(() -> Refused.of(texts, "life.need.unknown"));
        milestones.lock(row.project(), row.milestone());
        NeedState need = states.of(List.of(row)).get(0);
        if (!need.project().state().alive()) {
            throw Refused.of(texts, "life.need.ended", need.project().name(language()));
        }
        if (need.status() == Status.MET) {
            throw Refused.of(texts, "life.need.met");
        }
        var waiver = new Waiver(today(), SignedIn.name().orElse("system"), reason, document);
        if (table.waive(id, waiver)) {
            tell("need.waived", row, reason + " · " + document);
            table.check(row.project(), row.milestone());
        }
    }

    /**
     * Records that the project waits for one more thing. The same again changes nothing.
     *
     * @param fields as {@link Portfolio#addNeed} reads them
     * @throws Portfolio.Wrong of an unknown or ended project, of itself, of an unknown milestone or quantity, of one that
     *     is never reached, or of a circle
     * @throws Refused if the project has ended or gone past that milestone, or the other one has come so far, or never will
     */
    @Transactional
    public void record(String code, Map<String, String> fields) {
        Project project = projects.find(code).orElseThrow();
        if (!project.state().alive()) {
            throw Refused.of(texts, "life.need.ended", project.name(language()));
        }
        if (!portfolio.addNeed(project, fields)) {
            return;
        }
        List<Row> rows = table.of(code);
        Row row = rows.get(rows.size() - 1);
        if (milestones.find(code, row.milestone()).isEmpty()) {
            throw Refused.of(texts, "life.need.past", row.milestone());
        }
        Milestone held = milestones.lock(code, row.milestone());
        if (held.state() != State.PLANNED && held.state() != State.OPEN || table.passed(held)) {
            throw Refused.of(texts, "life.need.past", held.name(language()));
        }
        NeedState need = states.of(List.of(row)).get(0);
        if (need.status() != Status.UNMET) {
            throw Refused.of(
                    texts,
                    need.status() == Status.MET ? "life.need.reached" : "life.need.notComing",
                    need.on().name(language()));
        }
        tell("need.recorded", row, row.note());
    }

    /** In the logs of both, that of the one waited for first, as its own end would write them. */
    private void tell(String what, Row row, String reason) {
        String wanted = row.onMilestone() == null
                ? row.onQuantity() + " " + row.atLeast().stripTrailingZeros().toPlainString()
                : row.onMilestone();
        log.add(new Change(
                row.onProject(), what, row.project(), null, row.milestone() + " ← " + wanted, reason, today()));
        log.add(new Change(
                row.project(), what, row.milestone(), null, row.onProject() + " " + wanted, reason, today()));
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
