package org.waymark.board.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.Names;
import org.waymark.board.object.History;
import org.waymark.board.object.StepRow;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.PeopleLog;
import org.waymark.milestone.form.StepContents;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.template.Template;
import org.waymark.template.Templates;

/**
 * Pages of what was done: in a project, its own steps by milestone with what was entered, and its change log; and with the
 * accounts of people, which only administrators see.
 */
@Controller
class RecordController {

    private final Projects projects;
    private final Milestones milestones;
    private final Steps steps;
    private final StepContents contents;
    private final History history;
    private final Templates templates;
    private final Names names;
    private final Clock clock;

    RecordController(
            Projects projects,
            Milestones milestones,
            Steps steps,
            StepContents contents,
            History history,
            Templates templates,
            Names names,
            Clock clock) {
        this.projects = projects;
        this.milestones = milestones;
        this.steps = steps;
        this.contents = contents;
        this.history = history;
        this.templates = templates;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/projects/{code}/record")
    String record(@PathVariable String code, Model model) {
        Project project = projects.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Milestone> all = milestones.of(code);
        List<Step> done = steps.ofInstance(code);
        model.addAttribute("project", project);
        model.addAttribute(
                "sections",
                all.stream()
                        .map(milestone -> new Section(milestone, rows(project, milestone, done)))
                        .filter(section -> !section.steps().isEmpty())
                        .toList());
        model.addAttribute("changes", history.of(code, done, words(project, all)));
        return "board/record";
    }

    @GetMapping("/people/log")
    String accounts(Model model) {
        model.addAttribute("changes", history.of(PeopleLog.CHAIN, List.of(), names.people()));
        return "people/log";
    }

    private List<StepRow> rows(Project project, Milestone milestone, List<Step> done) {
        return done.stream()
                .filter(step -> milestone.element().equals(step.milestone()))
                .map(step -> new StepRow(
                        step,
                        who(step),
                        contents.of(step),
                        LocalDate.now(clock),
                        project.state() == Project.State.SUSPENDED))
                .toList();
    }

    private String who(Step step) {
        String group = step.state() == Step.State.OPEN ? step.candidateGroup() : null;
        return step.assignee() == null && group == null ? "—" : names.actor(step.assignee(), group);
    }

    private Map<String, String> words(Project project, List<Milestone> all) {
        Map<String, String> words = new HashMap<>();
        all.forEach(milestone -> words.put(milestone.element(), milestone.name(names.lang())));
        projects.quantities(project.code())
                .forEach(quantity -> words.put(quantity.code(), quantity.name(names.lang())));
        Template template = templates.latest(project.template());
        words.put(project.template(), names.lang().equals("en") ? template.nameEn() : template.nameZh());
        return words;
    }
}
