package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** Projects and their milestones as JSON. Field names are stable: add, never rename. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectApi {

    private final Projects projects;
    private final Standing standing;
    private final StageTable table;
    private final MessageSource texts;

    ProjectApi(Projects projects, Standing standing, StageTable table, MessageSource texts) {
        this.projects = projects;
        this.standing = standing;
        this.table = table;
        this.texts = texts;
    }

    record Line(
            String code,
            String name,
            String state,
            long percent,
            long overdue,
            Light lamp,
            LocalDate startsOn,
            LocalDate targetOn) {}

    record Light(String color, String reason) {}

    record Point(
            String element,
            String name,
            String state,
            int round,
            LocalDate planned,
            LocalDate original,
            LocalDate actual,
            Light lamp) {}

    record RosterCount(String milestone, long valid, long closed, long open, long late, Map<String, Long> byStage) {}

    record Whole(Line project, List<Point> milestones, List<RosterCount> rosters) {}

    @GetMapping
    List<Line> all(Locale locale) {
        return standing.all().stream().map(whole -> line(whole, locale)).toList();
    }

    @GetMapping("/{code}")
    Whole one(@PathVariable String code, Locale locale) {
        if (projects.find(code).isEmpty()) {
            throw new Unknown(code);
        }
        Standing.Whole whole = standing.of(code);
        return new Whole(
                line(whole, locale),
                whole.milestones().stream().map(one -> point(one, locale)).toList(),
                whole.milestones().stream()
                        .filter(one -> one.milestone().roster() != null)
                        .map(one -> new RosterCount(
                                one.milestone().element(),
                                one.valid(),
                                one.closed(),
                                one.open(),
                                one.late(),
                                table.byStage(code, one.milestone().element())))
                        .toList());
    }

    private Line line(Standing.Whole whole, Locale locale) {
        Project project = whole.project();
        return new Line(
                project.code(),
                project.name(locale.getLanguage()),
                project.state().name(),
                whole.percent(),
                whole.overdue(),
                light(whole.lamp(), locale),
                project.startsOn(),
                project.targetOn());
    }

    private Point point(Standing.Now now, Locale locale) {
        var milestone = now.milestone();
        return new Point(
                milestone.element(),
                milestone.name(locale.getLanguage()),
                milestone.state().name(),
                milestone.round(),
                milestone.plannedOn(),
                milestone.originalOn(),
                milestone.actualOn(),
                light(now.lamp(), locale));
    }

    private Light light(Lamp lamp, Locale locale) {
        return new Light(
                lamp.color().name(),
                texts.getMessage(lamp.reason(), lamp.figures().toArray(), locale));
    }

    private static class Unknown extends RuntimeException {
        Unknown(String code) {
            super(code);
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> on(Unknown unknown, Locale locale) {
        String sentence = texts.getMessage("api.noProject", new Object[] {unknown.getMessage()}, locale);
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("message", sentence));
    }
}
