package org.waymark.board;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.Standing;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.template.Templates;

/** A project's page: milestones, counts by stage and village, diagram. */
@Controller
class ProjectController {

    private final Standing standing;
    private final Steps steps;
    private final Templates templates;
    private final BoardTable table;
    private final Names names;

    ProjectController(Standing standing, Steps steps, Templates templates, BoardTable table, Names names) {
        this.standing = standing;
        this.steps = steps;
        this.templates = templates;
        this.table = table;
        this.names = names;
    }

    @GetMapping("/projects/{code}")
    String project(@PathVariable String code, Model model) {
        Standing.Whole whole = standing.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("whole", whole);
        model.addAttribute("project", whole.project());
        model.addAttribute("people", names.people());
        model.addAttribute("opening", table.opening(code));
        model.addAttribute("plan", PlanFacts.of(whole.project(), names.units()));
        model.addAttribute("matrices", matrices(whole));
        List<Step> all = steps.ofInstance(code);
        model.addAttribute("starting", isStarting(whole, all));
        model.addAttribute("diagram", Diagram.of(whole, all, names.lang()));
        return "board/project";
    }

    /** Whether the job that starts it is still to run: nothing has begun, and nothing else is waited for. */
    private static boolean isStarting(Standing.Whole whole, List<Step> steps) {
        return whole.project().state() == Project.State.RUNNING
                && whole.lamp().color() != Lamp.Color.WAITING
                && steps.isEmpty()
                && whole.milestones().stream()
                        .map(now -> now.milestone().state())
                        .allMatch(state -> state == Milestone.State.PLANNED);
    }

    private List<Matrix> matrices(Standing.Whole whole) {
        return whole.milestones().stream()
                .map(Standing.Now::milestone)
                .filter(milestone -> milestone.roster() != null)
                .map(milestone -> Matrix.of(
                        milestone.name(names.lang()),
                        milestone.roster(),
                        names.villages(),
                        List.copyOf(templates
                                .latest(milestone.caseProcess())
                                .stages()
                                .values()),
                        table.stages(milestone.project(), milestone.roster(), milestone.element()),
                        names.lang()))
                .toList();
    }
}
