package org.waymark.board.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.Names;
import org.waymark.board.life.Attempts;
import org.waymark.board.life.Doers;
import org.waymark.milestone.step.Step;
import org.waymark.supervision.Extension;
import org.waymark.supervision.Extensions;

/** A later day is asked for on one page and signed off on another. */
@Controller
class ExtensionController {

    private final Watching watching;
    private final Extensions extensions;
    private final Doers doers;
    private final Attempts attempts;
    private final Names names;

    ExtensionController(Watching watching, Extensions extensions, Doers doers, Attempts attempts, Names names) {
        this.watching = watching;
        this.extensions = extensions;
        this.doers = doers;
        this.attempts = attempts;
        this.names = names;
    }

    @GetMapping("/steps/{task}/extension")
    String form(@PathVariable String task, Model model) {
        Step step = allowed(task);
        model.addAttribute("step", step);
        model.addAttribute("project", doers.project(step.project()));
        model.addAttribute("watch", watching.of(step));
        model.addAttribute("atMost", extensions.atMost(task).orElse(null));
        return "board/extension";
    }

    @PostMapping("/steps/{task}/extension")
    String ask(
            @PathVariable String task,
            @RequestParam Optional<String> day,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> document,
            Model model,
            HttpServletResponse answer) {
        Step step = allowed(task);
        boolean done = attempts.done(
                model,
                answer,
                () -> extensions.ask(
                        task,
                        attempts.day(day.orElse(null)),
                        attempts.reason(reason.orElse(null)),
                        attempts.document(document.orElse(null))));
        return done ? "redirect:" + Back.to(step) : form(task, model);
    }

    private Step allowed(String task) {
        Step step = watching.step(task);
        Doers.only(watching.asks(step, doers.project(step.project())));
        return step;
    }

    @GetMapping("/extensions/{id}")
    String one(@PathVariable long id, Model model) {
        Extension asked = readable(id);
        Step step = watching.stepOf(asked);
        boolean open = asked.state() == Extension.State.ASKED;
        boolean own = asked.askedBy().equals(doers.who());
        model.addAttribute("asked", asked);
        model.addAttribute("step", step);
        model.addAttribute("project", doers.project(asked.project()));
        model.addAttribute("people", names.people());
        model.addAttribute("watch", watching.of(step));
        model.addAttribute("signs", open && doers.leader() && !own);
        model.addAttribute("own", open && own);
        return "board/extended";
    }

    /** A leader's answer; {@code verb} is approve or refuse, or withdraw by whoever asked. */
    @PostMapping("/extensions/{id}")
    String answer(
            @PathVariable long id,
            @RequestParam String verb,
            @RequestParam Optional<String> answer,
            Model model,
            HttpServletResponse response) {
        readable(id);
        Doers.only("withdraw".equals(verb) || doers.leader());
        boolean done = attempts.done(model, response, () -> {
            String text = attempts.reason(answer.orElse(null));
            switch (verb) {
                case "approve" -> extensions.approve(id, text == null || text.isEmpty() ? null : text);
                case "refuse" -> extensions.refuse(id, text);
                case "withdraw" -> extensions.withdraw(id);
                default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
        return done ? "redirect:/extensions/{id}" : one(id, model);
    }

    private Extension readable(long id) {
        Extension asked = extensions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Doers.only(watching.sees(asked.project()) || asked.askedBy().equals(doers.who()));
        return asked;
    }
}
