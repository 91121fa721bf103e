package org.waymark.board.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.board.life.Attempts;
import org.waymark.board.life.Doers;
import org.waymark.milestone.step.Step;
import org.waymark.project.Project;
import org.waymark.supervision.Pausing;

/** Stops a step's period and lets it go on: whoever manages the project, or the office. */
@Controller
@RequestMapping("/steps/{task}/pause")
class PauseController {

    private final Watching watching;
    private final Pausing pausing;
    private final Doers doers;
    private final Attempts attempts;

    PauseController(Watching watching, Pausing pausing, Doers doers, Attempts attempts) {
        this.watching = watching;
        this.pausing = pausing;
        this.doers = doers;
        this.attempts = attempts;
    }

    @GetMapping
    String ask(@PathVariable String task, Model model) {
        Step step = allowed(task);
        model.addAttribute("step", step);
        model.addAttribute("project", doers.project(step.project()));
        model.addAttribute("watch", watching.of(step));
        return "board/pause";
    }

    /** {@code verb} is pause or resume, as the page said when it was opened. */
    @PostMapping
    String act(
            @PathVariable String task,
            @RequestParam String verb,
            @RequestParam Optional<String> day,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> document,
            Model model,
            HttpServletResponse answer) {
        Step step = allowed(task);
        boolean done = attempts.done(model, answer, () -> {
            var on = attempts.day(day.orElse(null));
            String why = attempts.reason(reason.orElse(null));
            String paper = attempts.document(document.orElse(null));
            if ("resume".equals(verb)) {
                pausing.resume(task, on, why, paper);
            } else {
                pausing.pause(task, on, why, paper);
            }
        });
        return done ? "redirect:" + Back.to(step) : ask(task, model);
    }

    private Step allowed(String task) {
        Step step = watching.step(task);
        Project project = doers.project(step.project());
        Doers.only(doers.manages(project));
        return step;
    }
}
