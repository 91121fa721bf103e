package org.waymark.roster.gate;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.roster.gate.GateTable.Gate;
import org.waymark.roster.gate.GateTable.Place;

/** Lets a project through a milestone's gate once its roster allows, exactly once. */
@Service
public class Gates {

    static final String MESSAGE = "roster.closed";

    private final GateTable gates;
    private final RosterCount roster;
    private final Milestones milestones;
    private final Engine engine;

    Gates(GateTable gates, RosterCount roster, Milestones milestones, Engine engine) {
        this.gates = gates;
        this.roster = roster;
        this.milestones = milestones;
        this.engine = engine;
    }

    /**
     * Looks at one gate, in a transaction of its own; closing the last case never waits for the project to move on. The
     * milestone is locked before its gate, so that nobody adds an object to it between the look and the passing.
     *
     * @param upTo the newest wish that this look answers
     */
    @Transactional
    public boolean look(Place place, long upTo) {
        Milestone milestone = milestones.lock(place.project(), place.milestone());
        boolean passed =
                gates.lockWaiting(milestone).map(gate -> pass(gate, milestone)).orElse(false);
        gates.answered(place, upTo);
        return passed;
    }

    private boolean pass(Gate gate, Milestone milestone) {
        if (!allows(milestone) || !engine.waits(gate.processInstance(), gate.activity())) {
            return false;
        }
        gates.passed(gate);
        milestones.done(milestone, roster.doneOn(milestone));
        engine.deliver(gate.processInstance(), gate.activity(), MESSAGE);
        return true;
    }

    private boolean allows(Milestone milestone) {
        String rule = milestone.completion();
        if (rule.startsWith("share:")) {
            double part = Double.parseDouble(rule.substring("share:".length()));
            return roster.share(milestone).reaches(part);
        }
        return !roster.hasUnfinished(milestone);
    }
}
