package org.waymark.board.object;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.board.BoardTable;
import org.waymark.board.BoardTable.ObjectCase;
import org.waymark.board.Diagram;
import org.waymark.board.Names;
import org.waymark.milestone.form.StepContents;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;
import org.waymark.roster.RosterObject;

/** The page of one object (一户一档): where it stands, what was done, and by whom. */
@Controller
class ObjectController {

    private final Projects projects;
    private final Roster roster;
    private final Steps steps;
    private final History history;
    private final BoardTable table;
    private final Readers readers;
    private final Names names;
    private final StepContents contents;
    private final Clock clock;

    ObjectController(
            Projects projects,
            Roster roster,
            Steps steps,
            History history,
            BoardTable table,
            Readers readers,
            Names names,
            StepContents contents,
            Clock clock) {
        this.projects = projects;
        this.roster = roster;
        this.steps = steps;
        this.history = history;
        this.table = table;
        this.readers = readers;
        this.names = names;
        this.contents = contents;
        this.clock = clock;
    }

    /** Goes to the object of this number. */
    @GetMapping("/projects/{code}/objects")
    String find(@PathVariable String code, @RequestParam String number, RedirectAttributes to) {
        String wanted = number.strip().toUpperCase();
        to.addAttribute("code", code);
        List<String> found = roster.find(code, wanted)
                .map(object -> List.of(object.number()))
                .orElseGet(() -> table.objectsOf(code, wanted));
        if (found.isEmpty()) {
            to.addAttribute("missing", wanted);
            return "redirect:/projects/{code}#find";
        }
        if (found.size() > 1) {
            to.addAttribute("number", wanted);
            to.addAttribute("several", String.join(",", found));
            return "redirect:/projects/{code}#find";
        }
        to.addAttribute("number", found.get(0));
        return "redirect:/projects/{code}/objects/{number}";
    }

    @GetMapping("/projects/{code}/objects/{number}")
    String object(@PathVariable String code, @PathVariable String number, Model model) {
        Project project = projects.find(code).orElseThrow(ObjectController::unknown);
        RosterObject object = roster.find(code, number).orElseThrow(ObjectController::unknown);
        var cases = table.casesOf(object.id());
        List<Part> parts = parts(cases, object, project);
        List<Step> done = parts.stream()
                .flatMap(part -> part.steps().stream())
                .map(StepRow::step)
                .toList();
        model.addAttribute("project", project);
        model.addAttribute("object", object);
        String holder = readers.holder(names.holder(object.holderName()), object.village());
        model.addAttribute("holder", holder);
        model.addAttribute("masked", !holder.equals(names.holder(object.holderName())));
        model.addAttribute("village", names.villages().getOrDefault(object.village(), object.village()));
        model.addAttribute("cases", cases);
        model.addAttribute("parts", parts);
        model.addAttribute(
                "steps", parts.stream().flatMap(part -> part.steps().stream()).toList());
        model.addAttribute("people", names.people());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("changes", history.of(object, cases, done));
        cases.stream()
                .findFirst()
                .ifPresent(newest -> model.addAttribute(
                        "diagram", Diagram.of(newest.process(), steps.ofInstance(newest.caseKey()), names.lang())));
        return "board/object";
    }

    /** The steps of one of its cases. */
    record Part(ObjectCase one, List<StepRow> steps) {}

    /** The oldest case first, as it was lived through. */
    private List<Part> parts(List<ObjectCase> newestFirst, RosterObject object, Project project) {
        List<ObjectCase> cases = new ArrayList<>(newestFirst);
        Collections.reverse(cases);
        return cases.stream()
                .map(one -> new Part(
                        one,
                        steps.ofInstance(one.caseKey()).stream()
                                .map(step -> row(step, object, project))
                                .toList()))
                .filter(part -> !part.steps().isEmpty())
                .toList();
    }

    private StepRow row(Step step, RosterObject object, Project project) {
        String group = step.state() == Step.State.OPEN ? step.candidateGroup() : null;
        String who = step.assignee() == null && group == null ? "—" : names.actor(step.assignee(), group);
        boolean still = project.state() == Project.State.SUSPENDED;
        return new StepRow(step, who, readers.contents(contents.of(step), object), LocalDate.now(clock), still);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
