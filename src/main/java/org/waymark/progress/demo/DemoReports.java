package org.waymark.progress.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.progress.Figures;
import org.waymark.progress.Matter;
import org.waymark.progress.PastReports;
import org.waymark.project.Projects;

/** Made-up months of some projects, of demo/reports.csv, once; a project that is not there has none. */
@Component
@Profile("demo")
class DemoReports {

    private static final int ASKED_ON = 20;

    private final PastReports past;
    private final Projects projects;
    private final Clock clock;

    DemoReports(PastReports past, Projects projects, Clock clock) {
        this.past = past;
        this.projects = projects;
        this.clock = clock;
    }

    /** When every runner is through, so that the demo's projects are there. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void bringIn() throws IOException {
        if (past.broughtIn()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        YearMonth newest = YearMonth.from(today).minusMonths(today.getDayOfMonth() >= ASKED_ON ? 0 : 1);
        for (List<String> cells : DemoIndicators.lines("demo/reports.csv")) {
            YearMonth month = newest.minusMonths(Integer.parseInt(cells.get(1)));
            LocalDate day = month.atDay(Integer.parseInt(cells.get(2)));
            projects.find(cells.get(0))
                    .filter(project -> day.isBefore(today))
                    .ifPresent(project -> past.add(
                            project.code(), month, day, figures(cells, project.manager()), matters(cells, today)));
        }
    }

    private static Figures figures(List<String> cells, String manager) {
        return new Figures(
                1,
                new BigDecimal(cells.get(3)),
                new BigDecimal(cells.get(4)),
                new BigDecimal(cells.get(5)),
                cells.get(6),
                cells.get(7).isEmpty() ? null : cells.get(7),
                null,
                BigDecimal.ZERO,
                0,
                false,
                true,
                manager == null ? "system" : manager,
                null);
    }

    private static List<Matter> matters(List<String> cells, LocalDate today) {
        if (cells.get(8).isEmpty()) {
            return List.of();
        }
        return List.of(new Matter(
                cells.get(0),
                1,
                cells.get(8),
                cells.get(9),
                cells.get(10),
                today.plusDays(Integer.parseInt(cells.get(11))),
                "yes".equals(cells.get(12))));
    }
}
