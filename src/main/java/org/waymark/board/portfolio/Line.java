package org.waymark.board.portfolio;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Project;

/**
 * A project in the list.
 *
 * @param phase whether it stands below the project it is a phase of
 */
record Line(Standing.Whole whole, boolean phase) {

    private static final Set<Milestone.State> AHEAD = Set.of(Milestone.State.OPEN, Milestone.State.PLANNED);

    public Project project() {
        return whole.project();
    }

    /** The milestone to be reached next, null if none is left. */
    public Milestone next() {
        Optional<Milestone> next = whole.milestones().stream()
                .map(Standing.Now::milestone)
                .filter(milestone -> AHEAD.contains(milestone.state()))
                .min(Comparator.comparing(Milestone::plannedOn));
        return next.orElse(null);
    }

    public boolean late(LocalDate today) {
        return next() != null && next().plannedOn().isBefore(today);
    }
}
