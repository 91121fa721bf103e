package org.waymark.roster;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.roster.GateTable.Gate;
import org.waymark.roster.GateTable.Place;

/** Lets a project through a milestone's gate once its roster allows, exactly once. */
@Service
class Gates {

    static final String MESSAGE = "roster.closed";

    private final GateTable gates;
    private final Milestones milestones;
    private final Engine engine;

    Gates(GateTable gates, Milestones milestones, Engine engine) {
        this.gates = gates;
        this.milestones = milestones;
        this.engine = engine;
    }

    /** Looks at one gate, in a transaction of its own; closing the last case never waits for the project to move on. */
    @Transactional
    public boolean look(Place place) {
        long seen = gates.newestCheck(place);
        boolean passed = gates.lockWaiting(place).map(gate -> pass(gate, place)).orElse(false);
        gates.answered(place, seen);
        return passed;
    }

    private boolean pass(Gate gate, Place place) {
        Milestone milestone =
                milestones.find(place.project(), place.milestone()).orElseThrow();
        if (!allows(milestone, place) || !engine.waits(gate.processInstance(), gate.activity())) {
            return false;
        }
        gates.passed(gate);
        milestones.done(milestone, gates.doneOn(place, milestone.roster()));
        engine.deliver(gate.processInstance(), gate.activity(), MESSAGE);
        return true;
    }

    private boolean allows(Milestone milestone, Place place) {
        String rule = milestone.completion();
        if (rule.startsWith("share:")) {
            double part = Double.parseDouble(rule.substring("share:".length()));
            return gates.share(place, milestone.roster()).reaches(part);
        }
        return !gates.hasOpenCase(place);
    }
}
