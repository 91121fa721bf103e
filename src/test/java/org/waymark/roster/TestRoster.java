package org.waymark.roster;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.waymark.Walk;
import org.waymark.milestone.Milestones;

/** Brings a project to its appraisal and opens its households' cases, at once. */
@TestComponent
public class TestRoster {

    private final Roster roster;
    private final CaseOpening opening;
    private final Gates gates;
    private final GateTable table;
    private final Milestones milestones;
    private final Walk walk;

    TestRoster(Roster roster, CaseOpening opening, Gates gates, GateTable table, Milestones milestones, Walk walk) {
        this.roster = roster;
        this.opening = opening;
        this.gates = gates;
        this.table = table;
        this.milestones = milestones;
        this.walk = walk;
    }

    public void open(String project, List<NewObject> households) {
        roster.add(project, "household", households);
        walk.toAppraisal(project);
        milestones.settle(project);
        openRequested();
    }

    public void openRequested() {
        while (opening.chunk() > 0) {
            // until nothing is asked for
        }
    }

    /** Looks at the project's gates that somebody asked for, and lets it go on. */
    public void look(String project) {
        table.asked().stream().filter(place -> place.project().equals(project)).forEach(gates::look);
        walk.jobs(project);
    }
}
