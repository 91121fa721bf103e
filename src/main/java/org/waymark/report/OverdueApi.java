package org.waymark.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.milestone.standing.OpenStep;
import org.waymark.milestone.standing.OpenSteps;

/** Steps of ours past their day as JSON, the longest overdue first; what waits for an outsider names it. */
@RestController
class OverdueApi {

    private final OpenSteps steps;
    private final Clock clock;

    OverdueApi(OpenSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    record Row(
            String project,
            String milestone,
            String object,
            String step,
            String village,
            String team,
            LocalDate due,
            long daysLate,
            String responsible,
            String waitingFor) {}

    @GetMapping("/api/v1/overdue")
    List<Row> overdue() {
        LocalDate today = LocalDate.now(clock);
        List<OpenStep> late = new ArrayList<>(steps.dueBefore(today));
        steps.waiting().stream().filter(step -> step.daysLate(today) > 0).forEach(late::add);
        return late.stream()
                .sorted(Comparator.comparing(OpenStep::dueOn))
                .map(step -> row(step, today))
                .toList();
    }

    private static Row row(OpenStep step, LocalDate today) {
        return new Row(
                step.project(),
                step.milestone(),
                step.objectNo(),
                step.element(),
                step.village(),
                step.team(),
                step.dueOn(),
                step.daysLate(today),
                step.person(),
                step.waitingParty());
    }
}
