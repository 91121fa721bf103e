package org.waymark.board.supervision;

import jakarta.servlet.http.HttpServletResponse;
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
import org.waymark.board.Names;
import org.waymark.board.life.Attempts;
import org.waymark.board.life.Doers;
import org.waymark.supervision.Matter;
import org.waymark.supervision.Matter.Decision;
import org.waymark.supervision.Matters;

/** A matter for decision: the office and the project's manager read it, a leader decides. */
@Controller
@RequestMapping("/matters/{id}")
class MatterController {

    private final Watching watching;
    private final Matters matters;
    private final Doers doers;
    private final Attempts attempts;
    private final Names names;

    MatterController(Watching watching, Matters matters, Doers doers, Attempts attempts, Names names) {
        this.watching = watching;
        this.matters = matters;
        this.doers = doers;
        this.attempts = attempts;
        this.names = names;
    }

    @GetMapping
    String matter(@PathVariable long id, Model model) {
        Matter matter = readable(id);
        model.addAttribute("matter", matter);
        model.addAttribute("project", doers.project(matter.project()));
        model.addAttribute("targets", matters.targets(matter));
        model.addAttribute("target", watching.named(matter));
        model.addAttribute("people", names.people());
        model.addAttribute("decides", matter.decision() == null && doers.leader());
        return "board/matter";
    }

    /** {@code verb} is keep or return. */
    @PostMapping
    String decide(
            @PathVariable long id,
            @RequestParam String verb,
            @RequestParam Optional<String> target,
            @RequestParam Optional<String> reason,
            Model model,
            HttpServletResponse answer) {
        readable(id);
        Doers.only(doers.leader());
        boolean done = attempts.done(model, answer, () -> {
            String why = attempts.reason(reason.orElse(null));
            switch (verb) {
                case "keep" -> matters.decide(id, Decision.KEEP, null, why);
                case "return" -> matters.decide(id, Decision.RETURN, target.orElse(null), why);
                default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
        return done ? "redirect:/matters/{id}" : matter(id, model);
    }

    private Matter readable(long id) {
        Matter matter = matters.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Doers.only(watching.sees(matter.project()));
        return matter;
    }
}
