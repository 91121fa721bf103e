package org.waymark.milestone.need;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.MilestoneChanged;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.need.NeedState.Status;
import org.waymark.milestone.need.NeedTable.Gate;
import org.waymark.milestone.need.NeedTable.Place;
import org.waymark.milestone.need.NeedTable.Row;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Project;
import org.waymark.project.ProjectNews;
import org.waymark.project.Projects;

/** What projects wait for in others: shown on both, and enforced where a diagram asks {@code awaitNeeds}. */
@Service
public class Needs {

    static final String MESSAGE = "needs.met";

    private final NeedTable table;
    private final Milestones milestones;
    private final Projects projects;
    private final Engine engine;
    private final ChangeLog log;
    private final Clock clock;

    Needs(NeedTable table, Milestones milestones, Projects projects, Engine engine, ChangeLog log, Clock clock) {
        this.table = table;
        this.milestones = milestones;
        this.projects = projects;
        this.engine = engine;
        this.log = log;
        this.clock = clock;
    }

    /** What the project waits for (等待). */
    public List<NeedState> of(String project) {
        return table.of(project).stream().map(this::state).toList();
    }

    /** Who waits for the project (被等待). */
    public List<NeedState> on(String project) {
        return table.on(project).stream().map(this::state).toList();
    }

    /** What projects that have not ended, at milestones they have not reached, wait for in vain. */
    public List<NeedState> never() {
        return table.all().stream()
                .map(this::state)
                .filter(need -> need.status() == Status.NEVER)
                .filter(need -> milestones
                        .find(need.project().code(), need.milestone())
                        .filter(held -> held.state() == State.PLANNED || held.state() == State.OPEN)
                        .isPresent())
                .toList();
    }

    private NeedState state(Row row) {
        Project on = projects.find(row.onProject()).orElseThrow();
        return row.onMilestone() == null ? amount(row, on) : milestone(row, on);
    }

    private NeedState milestone(Row row, Project on) {
        Optional<Milestone> other = milestones.find(row.onProject(), row.onMilestone());
        boolean met = other.filter(one -> one.state().done()).isPresent();
        boolean ahead = on.state().alive()
                && other.filter(one -> one.state() == State.PLANNED || one.state() == State.OPEN)
                        .isPresent();
        LocalDate since = met ? other.orElseThrow().actualOn() : null;
        return said(row, on, null, met ? Status.MET : ahead ? Status.UNMET : Status.NEVER, since);
    }

    private NeedState amount(Row row, Project on) {
        Optional<BigDecimal> done = projects.quantities(row.onProject()).stream()
                .filter(quantity -> quantity.code().equals(row.onQuantity()))
                .map(Quantity::done)
                .findFirst();
        boolean met =
                done.filter(amount -> amount.compareTo(row.atLeast()) >= 0).isPresent();
        boolean ahead = on.state().alive() && done.isPresent();
        return said(
                row,
                on,
                done.orElse(null),
                met ? Status.MET : ahead ? Status.UNMET : Status.NEVER,
                met ? row.metOn() : null);
    }

    private NeedState said(Row row, Project on, BigDecimal done, Status status, LocalDate since) {
        return new NeedState(
                projects.find(row.project()).orElseThrow(),
                row.milestone(),
                on,
                row.onMilestone(),
                row.onQuantity(),
                row.atLeast(),
                done,
                row.note(),
                status,
                since);
    }

    /**
     * Looks at one place, in a transaction of its own: what another project does never waits for this one to move on.
     * The milestone is locked before its gates.
     */
    @Transactional
    public boolean look(String project, String element) {
        Place place = new Place(project, element);
        Milestone milestone = milestones.lock(project, element);
        long seen = table.newestCheck(place);
        boolean met =
                table.of(project, element).stream().allMatch(row -> state(row).status() == Status.MET);
        boolean passed = false;
        if (met) {
            for (Gate gate : table.lockWaiting(milestone)) {
                passed |= pass(gate);
            }
        }
        table.answered(place, seen);
        return passed;
    }

    private boolean pass(Gate gate) {
        if (!engine.waits(gate.processInstance(), gate.activity())) {
            return false;
        }
        table.passed(gate);
        engine.deliver(gate.processInstance(), gate.activity(), MESSAGE);
        return true;
    }

    @EventListener
    void on(MilestoneChanged news) {
        if (news.state().done()) {
            table.checkAllOn(news.project());
        }
    }

    @EventListener
    void on(ProjectNews.QuantityChanged news) {
        table.checkAllOn(news.project());
    }

    /** Who waits for a cancelled project reads in its own log that it waits in vain. */
    @EventListener
    void on(ProjectNews.StateChanged news) {
        if (news.to() == Project.State.CANCELLED) {
            on(news.project()).stream()
                    .filter(need -> need.status() != Status.MET
                            && need.project().state().alive())
                    .forEach(need -> log.add(new Change(
                            need.project().code(),
                            "need.never",
                            need.milestone(),
                            news.project(),
                            null,
                            news.reason(),
                            LocalDate.now(clock))));
        }
    }
}
