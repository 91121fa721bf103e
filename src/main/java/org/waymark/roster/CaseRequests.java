package org.waymark.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.roster.gate.GateTable;

/**
 * Asks for cases. The milestone is locked first and stays so until the transaction ends: adding, opening, withdrawing and
 * the gate take turns, so that no object is forgotten and a late one is known to be late.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseRequests {

    private final CaseTable cases;
    private final RosterTable objects;
    private final GateTable gates;
    private final Milestones milestones;

    CaseRequests(CaseTable cases, RosterTable objects, GateTable gates, Milestones milestones) {
        this.cases = cases;
        this.objects = objects;
        this.gates = gates;
        this.milestones = milestones;
    }

    /** The milestones objects of this kind go through, locked in the order of the diagram. */
    public List<Milestone> lockTracks(String project, String kind) {
        return milestones.of(project).stream()
                .filter(milestone -> kind.equals(milestone.roster()))
                .map(milestone -> milestones.lock(project, milestone.element()))
                .toList();
    }

    public Milestone lock(String project, String element) {
        return milestones.lock(project, element);
    }

    /** For an object just added: only where its milestone is open or was reached; a milestone to come asks for itself. */
    public void added(RosterObject object, Milestone locked) {
        if ((locked.state() == State.OPEN || locked.state().done())
                && objects.mayEnter(object, locked, waived(locked))) {
            next(object, locked, null, Map.of());
        }
    }

    /**
     * The object's next run in a milestone.
     *
     * @return its key
     */
    public String next(RosterObject object, Milestone locked, String stage, Map<String, LocalDate> days) {
        String written = days.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        int run = cases.newestRun(object.id(), locked.element()) + 1;
        return cases.request(object, locked, run, stage, written, late(locked));
    }

    /**
     * For every object that has none in the milestone's present round and has come through the milestone before it, if
     * there is one. In a new round that is a new run for each whose
     * case is finished; a case still under way goes on and counts for the new round.
     */
    public void missing(String project, String element) {
        Milestone milestone = milestones.lock(project, element);
        if (milestone.state() != State.OPEN && milestone.state() != State.REACHED) {
            return;
        }
        cases.takeOver(milestone);
        objects.withoutCase(milestone, waived(milestone)).forEach(object -> next(object, milestone, null, Map.of()));
    }

    /** Whether nobody waits for the milestone before: nothing was done there in Waymark, nor will be. */
    private boolean waived(Milestone milestone) {
        return milestone.follows() == null
                || milestones
                        .find(milestone.project(), milestone.follows())
                        .filter(before -> before.state() != State.IMPORTED && before.state() != State.SKIPPED)
                        .isEmpty();
    }

    private boolean late(Milestone milestone) {
        return milestone.state().done() || milestone.state() == State.OPEN && gates.hasPassed(milestone);
    }
}
