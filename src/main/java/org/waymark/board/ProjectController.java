package org.waymark.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.identity.People;
import org.waymark.identity.Village;
import org.waymark.milestone.ChangeLog;
import org.waymark.milestone.Standing;
import org.waymark.milestone.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;
import org.waymark.roster.RosterObject;
import org.waymark.template.Template;
import org.waymark.template.Templates;

/** A project's page, and the page of one of its objects (一户一档). */
@Controller
class ProjectController {

    private final BoardTable table;
    private final Projects projects;
    private final Standing standing;
    private final Templates templates;
    private final People people;
    private final Roster roster;
    private final Steps steps;
    private final ChangeLog log;
    private final Readers readers;
    private final Clock clock;

    ProjectController(
            BoardTable table,
            Projects projects,
            Standing standing,
            Templates templates,
            People people,
            Roster roster,
            Steps steps,
            ChangeLog log,
            Readers readers,
            Clock clock) {
        this.table = table;
        this.projects = projects;
        this.standing = standing;
        this.templates = templates;
        this.people = people;
        this.roster = roster;
        this.steps = steps;
        this.log = log;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/projects/{code}")
    String project(@PathVariable String code, Model model, Locale locale) {
        Project project = known(code);
        List<Standing.Now> now = standing.of(code);
        model.addAttribute("project", project);
        model.addAttribute("milestones", now);
        model.addAttribute("percent", Math.round(Standing.progress(now) * 100));
        model.addAttribute("owners", names(locale.getLanguage()));
        model.addAttribute(
                "matrices",
                now.stream()
                        .filter(one -> one.milestone().roster() != null)
                        .map(one -> matrix(one, locale.getLanguage()))
                        .toList());
        model.addAttribute("diagramStates", Diagram.ofMilestones(now));
        model.addAttribute("process", project.template());
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("today", today());
        return "board/project";
    }

    @GetMapping("/projects/{code}/objects/{number}")
    String object(@PathVariable String code, @PathVariable String number, Model model, Locale locale) {
        Project project = known(code);
        RosterObject object = roster.find(code, number).orElseThrow(ProjectController::unknown);
        var cases = table.casesOf(code, number);
        model.addAttribute("project", project);
        model.addAttribute("object", object);
        model.addAttribute(
                "holder",
                readers.mayName(object.village()) ? object.holderName() : Readers.masked(object.holderName()));
        model.addAttribute("village", villages(locale.getLanguage()).getOrDefault(object.village(), object.village()));
        model.addAttribute("cases", cases);
        model.addAttribute(
                "steps",
                cases.stream()
                        .flatMap(one -> steps.ofInstance(one.caseKey()).stream())
                        .toList());
        model.addAttribute(
                "changes",
                cases.stream().flatMap(one -> log.of(one.caseKey()).stream()).toList());
        model.addAttribute("names", names(locale.getLanguage()));
        if (!cases.isEmpty()) {
            var newest = cases.get(cases.size() - 1);
            model.addAttribute("process", newest.process());
            model.addAttribute("diagramStates", Diagram.ofSteps(table.elements(newest.caseKey())));
        }
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("today", today());
        return "board/object";
    }

    /** Counts of a roster by stage and village, closed ones last, with totals. */
    record Matrix(String title, long valid, Map<String, String> villages, Map<String, Map<String, Long>> rows) {

        public long sum(String row) {
            return rows.get(row).values().stream().mapToLong(Long::longValue).sum();
        }

        public long total(String village) {
            return rows.values().stream()
                    .mapToLong(row -> row.getOrDefault(village, 0L))
                    .sum();
        }
    }

    private Matrix matrix(Standing.Now now, String language) {
        Template template = templates.latest(now.milestone().caseProcess());
        Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
        template.stages()
                .values()
                .forEach(stage ->
                        rows.put("en".equals(language) ? stage.nameEn() : stage.nameZh(), new LinkedHashMap<>()));
        String done = "en".equals(language) ? "Closed" : "已办结";
        rows.put(done, new LinkedHashMap<>());
        String starting = "en".equals(language) ? "To be opened" : "待开展";
        for (var count : table.stages(now.milestone().project(), now.milestone().element())) {
            var stage = template.stages().get(count.stage());
            String row = count.state().equals("CLOSED")
                    ? done
                    : stage == null ? starting : "en".equals(language) ? stage.nameEn() : stage.nameZh();
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>()).merge(count.village(), count.objects(), Long::sum);
        }
        rows.values().removeIf(Map::isEmpty);
        return new Matrix(now.milestone().name(language), now.valid(), villages(language), rows);
    }

    private Map<String, String> villages(String language) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Village village : people.villages()) {
            names.put(village.code(), village.name(language));
        }
        return names;
    }

    private Map<String, String> names(String language) {
        Map<String, String> names = new LinkedHashMap<>();
        people.all().forEach(person -> names.put(person.id(), person.name(language)));
        return names;
    }

    private Project known(String code) {
        return projects.find(code).orElseThrow(ProjectController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
