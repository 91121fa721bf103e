package org.waymark.board.life;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.portfolio.Awaited;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.need.NeedDecisions;
import org.waymark.milestone.need.NeedState;
import org.waymark.milestone.need.Needs;
import org.waymark.project.Project;
import org.waymark.project.portfolio.Portfolio;

/** The office records what a project waits for in others, or lets it go on without: each on a page of its own. */
@Controller
@RequestMapping("/projects/{code}/needs")
class NeedController {

    private final Doers doers;
    private final Attempts attempts;
    private final Needs needs;
    private final NeedDecisions decisions;
    private final Milestones milestones;
    private final MessageSource texts;

    NeedController(
            Doers doers,
            Attempts attempts,
            Needs needs,
            NeedDecisions decisions,
            Milestones milestones,
            MessageSource texts) {
        this.doers = doers;
        this.attempts = attempts;
        this.needs = needs;
        this.decisions = decisions;
        this.milestones = milestones;
        this.texts = texts;
    }

    @GetMapping("/new")
    String form(@PathVariable String code, Model model) {
        Project project = doers.project(code);
        Doers.only(doers.office());
        List<Milestone> ahead = milestones.of(code).stream()
                .filter(one -> one.state() == Milestone.State.OPEN || one.state() == Milestone.State.PLANNED)
                .toList();
        model.addAttribute("project", project);
        model.addAttribute("ahead", ahead);
        return "board/need";
    }

    @PostMapping("/new")
    String record(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse answer) {
        doers.project(code);
        Doers.only(doers.office());
        boolean done = attempts.done(model, answer, () -> record(code, sent));
        return done ? "redirect:/projects/{code}?done=need" : form(code, model);
    }

    private void record(String code, Map<String, String> sent) {
        try {
            decisions.record(
                    code,
                    Awaited.fields(sent.get("milestone"), sent.get("wanted"), sent.get("atLeast"), sent.get("note")));
        } catch (Portfolio.Wrong wrong) {
            throw new Refused(wrong.preview().wrong().get(0).what(texts, LocaleContextHolder.getLocale()));
        }
    }

    @GetMapping("/{id}/waive")
    String ask(@PathVariable String code, @PathVariable long id, Model model) {
        model.addAttribute("project", doers.project(code));
        Doers.only(doers.office());
        model.addAttribute("need", need(code, id));
        return "board/waive";
    }

    @PostMapping("/{id}/waive")
    String waive(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> document,
            Model model,
            HttpServletResponse answer) {
        doers.project(code);
        Doers.only(doers.office());
        need(code, id);
        boolean done = attempts.done(
                model,
                answer,
                () -> decisions.waive(
                        id, attempts.reason(reason.orElse(null)), attempts.document(document.orElse(null))));
        return done ? "redirect:/projects/{code}?done=waive" : ask(code, id, model);
    }

    private NeedState need(String code, long id) {
        return needs.find(id)
                .filter(found -> found.project().code().equals(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
