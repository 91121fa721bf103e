package org.waymark.milestone.need;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.need.NeedState.Status;
import org.waymark.milestone.need.NeedState.Waiver;
import org.waymark.milestone.need.NeedTable.Row;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** Whether needs are met: however many there are, projects, milestones and quantities are asked for once. */
@Component
class NeedStates {

    private final Milestones milestones;
    private final Projects projects;

    NeedStates(Milestones milestones, Projects projects) {
        this.milestones = milestones;
        this.projects = projects;
    }

    List<NeedState> of(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var codes = new TreeSet<String>();
        rows.forEach(row -> codes.addAll(List.of(row.project(), row.onProject())));
        var town = new Town(
                projects.of(codes).stream().collect(Collectors.toMap(Project::code, Function.identity())),
                milestones.of(codes),
                projects.quantities(codes));
        List<NeedState> states = new ArrayList<>();
        rows.forEach(row -> states.add(town.state(row)));
        return states;
    }

    /** What these projects have at this moment. */
    private record Town(
            Map<String, Project> projects,
            Map<String, List<Milestone>> milestones,
            Map<String, List<Quantity>> quantities) {

        NeedState state(Row row) {
            return row.onMilestone() == null ? amount(row) : milestone(row);
        }

        private NeedState milestone(Row row) {
            Optional<Milestone> other = milestones.getOrDefault(row.onProject(), List.of()).stream()
                    .filter(one -> one.element().equals(row.onMilestone()))
                    .findFirst();
            boolean met = other.filter(one -> one.state().done()).isPresent();
            boolean ahead = alive(row)
                    && other.filter(one -> one.state() == State.PLANNED || one.state() == State.OPEN)
                            .isPresent();
            return said(
                    row,
                    null,
                    status(row, met, ahead),
                    met ? other.orElseThrow().actualOn() : null);
        }

        private NeedState amount(Row row) {
            Optional<BigDecimal> done = quantities.getOrDefault(row.onProject(), List.of()).stream()
                    .filter(quantity -> quantity.code().equals(row.onQuantity()))
                    .map(Quantity::done)
                    .findFirst();
            boolean met =
                    done.filter(amount -> amount.compareTo(row.atLeast()) >= 0).isPresent();
            return said(
                    row, done.orElse(null), status(row, met, alive(row) && done.isPresent()), met ? row.metOn() : null);
        }

        private boolean alive(Row row) {
            return projects.get(row.onProject()).state().alive();
        }

        private static Status status(Row row, boolean met, boolean ahead) {
            if (met) {
                return Status.MET;
            }
            return row.waivedOn() != null ? Status.WAIVED : ahead ? Status.UNMET : Status.NEVER;
        }

        private NeedState said(Row row, BigDecimal done, Status status, LocalDate since) {
            return new NeedState(
                    row.id(),
                    projects.get(row.project()),
                    row.milestone(),
                    projects.get(row.onProject()),
                    row.onMilestone(),
                    row.onQuantity(),
                    row.atLeast(),
                    done,
                    row.note(),
                    status,
                    since,
                    row.waivedOn() == null
                            ? null
                            : new Waiver(row.waivedOn(), row.waivedBy(), row.waiveReason(), row.waiveDocument()));
        }
    }
}
