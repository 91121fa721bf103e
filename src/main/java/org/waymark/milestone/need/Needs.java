package org.waymark.milestone.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.MilestoneChanged;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.need.NeedState.Status;
import org.waymark.milestone.need.NeedTable.Gate;
import org.waymark.milestone.need.NeedTable.Place;
import org.waymark.project.ProjectNews;

/** What projects wait for in others: shown on both, and enforced where a diagram asks {@code awaitNeeds}. */
@Service
public class Needs {

    static final String MESSAGE = "needs.met";

    private final NeedTable table;
    private final Milestones milestones;
    private final NeedStates states;
    private final Engine engine;
    private final ChangeLog log;
    private final Clock clock;

    Needs(NeedTable table, NeedStates states, Milestones milestones, Engine engine, ChangeLog log, Clock clock) {
        this.table = table;
        this.milestones = milestones;
        this.states = states;
        this.engine = engine;
        this.log = log;
        this.clock = clock;
    }

    /** What the project waits for (等待). */
    public List<NeedState> of(String project) {
        return states.of(table.of(project));
    }

    /** Who waits for the project (被等待). */
    public List<NeedState> on(String project) {
        return states.of(table.on(project));
    }

    public Optional<NeedState> find(long id) {
        return states.of(table.find(id).stream().toList()).stream().findFirst();
    }

    /** What projects that have not ended, at milestones they have not reached, wait for in vain. */
    public List<NeedState> never() {
        return states.of(table.heldUp()).stream()
                .filter(need -> need.status() == Status.NEVER)
                .toList();
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
        boolean met = states.of(table.of(project, element)).stream()
                .allMatch(need -> need.status().lets());
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

    /** Who waits for a project that ended without bringing it reads in its own log that it waits in vain. */
    @EventListener
    void on(ProjectNews.StateChanged news) {
        if (news.to().alive()) {
            return;
        }
        on(news.project()).stream()
                .filter(need ->
                        need.status() == Status.NEVER && need.project().state().alive())
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
