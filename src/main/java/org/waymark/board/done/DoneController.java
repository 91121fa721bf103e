package org.waymark.board.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.board.Names;
import org.waymark.board.Page;
import org.waymark.board.object.StepRow;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** What the reader has submitted (我已办), fifty a page: nobody sees another's. */
@Controller
class DoneController {

    private final Steps steps;
    private final Projects projects;
    private final Names names;
    private final Clock clock;

    DoneController(Steps steps, Projects projects, Names names, Clock clock) {
        this.steps = steps;
        this.projects = projects;
        this.names = names;
        this.clock = clock;
    }

    /** @param recordedOn day it was typed in, in our zone */
    record Row(StepRow row, LocalDate recordedOn) {}

    @GetMapping("/done")
    String done(@RequestParam(defaultValue = "1") String page, Model model) {
        String who = SignedIn.name().orElseThrow();
        Page<Row> found = Page.of(steps.countDoneBy(who), page, from -> rows(who, from));
        model.addAttribute("rows", found.rows());
        model.addAttribute("page", found);
        model.addAttribute(
                "projects",
                projects.all().stream().collect(Collectors.toMap(Project::code, one -> one.name(names.lang()))));
        return "board/done";
    }

    private List<Row> rows(String who, int offset) {
        LocalDate today = LocalDate.now(clock);
        return steps.doneBy(who, offset, Page.ROWS).stream()
                .map(step -> new Row(
                        new StepRow(step, who, null, today, false),
                        step.recordedAt().atZoneSameInstant(clock.getZone()).toLocalDate()))
                .toList();
    }
}
