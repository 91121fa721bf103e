package org.waymark.board.life;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.milestone.need.Needs;
import org.waymark.milestone.standing.Closing;
import org.waymark.project.Project;
import org.waymark.project.Project.State;
import org.waymark.project.Projects;
import org.waymark.project.life.Stops;

/** Decisions on a whole project, each behind a page that says what it will do: the office's alone. */
@Controller
@RequestMapping("/projects/{code}/life/{decision}")
class DecisionController {

    /** What can be decided, and the state it leads to. */
    enum Decision {
        SUSPEND(State.SUSPENDED),
        RESUME(State.RUNNING),
        CANCEL(State.CANCELLED),
        CLOSE(State.CLOSED);

        private final State aim;

        Decision(State aim) {
            this.aim = aim;
        }

        static Decision of(String path) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }

        public String key() {
            return name().toLowerCase();
        }

        /** Whether it is decided by a document with a number. */
        public boolean byDocument() {
            return this == SUSPEND || this == RESUME;
        }
    }

    private final Doers doers;
    private final Attempts attempts;
    private final Projects projects;
    private final Stops stops;
    private final Closing closing;
    private final Needs needs;

    DecisionController(Doers doers, Attempts attempts, Projects projects, Stops stops, Closing closing, Needs needs) {
        this.doers = doers;
        this.attempts = attempts;
        this.projects = projects;
        this.stops = stops;
        this.closing = closing;
        this.needs = needs;
    }

    @GetMapping
    String ask(@PathVariable String code, @PathVariable String decision, Model model) {
        Decision what = Decision.of(decision);
        Project project = doers.project(code);
        Doers.only(doers.office());
        model.addAttribute("decision", what);
        model.addAttribute("project", project);
        model.addAttribute("open", closing.stillOpen(code));
        model.addAttribute("phases", projects.openPhases(code));
        model.addAttribute("waiting", needs.on(code));
        return "board/decision";
    }

    @PostMapping
    String decide(
            @PathVariable String code,
            @PathVariable String decision,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> document,
            Model model,
            HttpServletResponse answer) {
        Decision what = Decision.of(decision);
        Project project = doers.project(code);
        Doers.only(doers.office());
        // a second click finds it done
        if (project.state() != what.aim
                && !attempts.done(
                        model,
                        answer,
                        () -> act(
                                what,
                                code,
                                attempts.reason(reason.orElse(null)),
                                attempts.document(document.orElse(null))))) {
            return ask(code, decision, model);
        }
        return "redirect:/projects/{code}?done={decision}";
    }

    private void act(Decision what, String code, String reason, String document) {
        switch (what) {
            case SUSPEND -> stops.suspend(code, reason, document);
            case RESUME -> stops.resume(code, reason, document);
            case CANCEL -> closing.cancel(code, reason);
            case CLOSE -> closing.close(code, reason);
        }
    }
}
