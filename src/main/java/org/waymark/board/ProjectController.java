package org.waymark.board;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.milestone.standing.Standing;
import org.waymark.milestone.step.Steps;
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
        model.addAttribute("diagram", Diagram.of(whole, steps.ofInstance(code), names.lang()));
        return "board/project";
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
