package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.waymark.Walk;
import org.waymark.milestone.Milestones;
import org.waymark.roster.gate.GateTable;
import org.waymark.roster.gate.GateTable.Place;
import org.waymark.roster.gate.Gates;

/** Brings a project to its appraisal and opens its households' cases, at once. */
@TestComponent
public class TestRoster {

    private final Roster roster;
    private final CaseOpening opening;
    private final Gates gates;
    private final GateTable table;
    private final Milestones milestones;
    private final Walk walk;
    private final Clock clock;

    TestRoster(
            Roster roster,
            CaseOpening opening,
            Gates gates,
            GateTable table,
            Milestones milestones,
            Walk walk,
            Clock clock) {
        this.roster = roster;
        this.opening = opening;
        this.gates = gates;
        this.table = table;
        this.milestones = milestones;
        this.walk = walk;
        this.clock = clock;
    }

    public void open(String project, List<NewObject> households) {
        roster.add(project, "household", households);
        toAppraisal(project);
        openRequested();
    }

    public void toAppraisal(String project) {
        walk.toAppraisal(project);
        milestones.settle(project);
    }

    /** Closes a household's case today the shortest way: its title is disputed and stays so. */
    public void close(String project, String number, int run) {
        close(project, number, run, LocalDate.now(clock));
    }

    public void close(String project, String number, int run, LocalDate day) {
        String key = project + ":" + number + ":appraisal:" + run;
        walk.submit(key, "step_survey", Map.of("access", "disputed", "happenedOn", day.toString()));
        walk.submit(key, "step_resolveDispute", Map.of("disputeOutcome", "open", "happenedOn", day.toString()));
    }

    public void openRequested() {
        while (opening.chunk() > 0) {
            // until nothing is asked for
        }
    }

    /** What the background does in a run: cases that may begin now, then gates; until nothing is asked for. */
    public void work() {
        List<Place> asked;
        while (!(asked = table.asked()).isEmpty()) {
            asked.forEach(place -> roster.openAll(place.project(), place.milestone()));
            openRequested();
            asked.forEach(place -> gates.look(place, table.newestCheck(place)));
            asked.forEach(place -> walk.jobs(place.project()));
        }
    }

    /** Looks at the project's gates that somebody asked for, and lets it go on. */
    public void look(String project) {
        table.asked().stream()
                .filter(place -> place.project().equals(project))
                .forEach(place -> gates.look(place, table.newestCheck(place)));
        walk.jobs(project);
    }
}
