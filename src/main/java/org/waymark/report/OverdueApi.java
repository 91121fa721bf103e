package org.waymark.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Overdue steps as JSON, the longest overdue first. */
@RestController
class OverdueApi {

    private final OverdueTable table;
    private final Clock clock;

    OverdueApi(OverdueTable table, Clock clock) {
        this.table = table;
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return table.overdue(today).stream()
                .map(step -> new Row(
                        step.project(),
                        step.milestone(),
                        step.object(),
                        step.step(),
                        step.village(),
                        step.team(),
                        step.due(),
                        ChronoUnit.DAYS.between(step.due(), today),
                        step.responsible(),
                        step.waitingFor()))
                .toList();
    }
}
