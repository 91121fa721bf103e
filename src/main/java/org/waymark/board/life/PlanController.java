package org.waymark.board.life;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.plan.Proposal;
import org.waymark.milestone.plan.Proposals;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Project;

/** A change of planned days is proposed on one page and signed off on another. */
@Controller
@RequestMapping("/projects/{code}/plan")
class PlanController {

    private static final String DAY = "day.";
    private static final int LONGEST_SHIFT = 3660;

    private final Doers doers;
    private final Attempts attempts;
    private final Milestones milestones;
    private final Proposals proposals;
    private final Standing standing;
    private final Names names;
    private final Clock clock;

    PlanController(
            Doers doers,
            Attempts attempts,
            Milestones milestones,
            Proposals proposals,
            Standing standing,
            Names names,
            Clock clock) {
        this.doers = doers;
        this.attempts = attempts;
        this.milestones = milestones;
        this.proposals = proposals;
        this.standing = standing;
        this.names = names;
        this.clock = clock;
    }

    /** The form; {@code shift} fills in days that many calendar days later, after a suspension of that length. */
    @GetMapping
    String form(@PathVariable String code, @RequestParam(defaultValue = "0") int shift, Model model) {
        Project project = doers.project(code);
        Doers.only(doers.manages(project));
        LocalDate today = LocalDate.now(clock);
        Map<String, LocalDate> days = new HashMap<>();
        int shifted = Math.max(0, Math.min(LONGEST_SHIFT, shift));
        List<Milestone> ahead = ahead(code);
        ahead.forEach(
                milestone -> days.put(milestone.element(), milestone.plannedOn().plusDays(shifted)));
        return form(project, ahead, days, shifted, today, model);
    }

    private String form(
            Project project,
            List<Milestone> ahead,
            Map<String, LocalDate> days,
            int shift,
            LocalDate today,
            Model model) {
        model.addAttribute("project", project);
        model.addAttribute("ahead", ahead);
        model.addAttribute("days", days);
        model.addAttribute("shift", shift);
        model.addAttribute("today", today);
        return "board/replan";
    }

    private List<Milestone> ahead(String code) {
        return milestones.of(code).stream()
                .filter(one -> one.state() == Milestone.State.OPEN || one.state() == Milestone.State.PLANNED)
                .toList();
    }

    @PostMapping
    String propose(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse answer) {
        Project project = doers.project(code);
        Doers.only(doers.manages(project));
        Map<String, LocalDate> days = new LinkedHashMap<>();
        boolean done = attempts.done(model, answer, () -> {
            sent.forEach((name, text) -> {
                if (name.startsWith(DAY)) {
                    days.put(name.substring(DAY.length()), attempts.day(text));
                }
            });
            proposals.propose(code, days, attempts.reason(sent.get("reason")));
        });
        return done
                ? "redirect:/projects/{code}?done=proposed"
                : form(project, ahead(code), days, 0, LocalDate.now(clock), model);
    }

    @GetMapping("/{id}")
    String proposal(@PathVariable String code, @PathVariable long id, Model model) {
        Project project = doers.project(code);
        Proposal proposal = proposals
                .find(id)
                .filter(found -> found.project().equals(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Milestone> byElement = new HashMap<>();
        milestones.of(code).forEach(milestone -> byElement.put(milestone.element(), milestone));
        boolean open = proposal.state() == Proposal.State.PROPOSED;
        boolean own = proposal.proposedBy().equals(doers.who());
        model.addAttribute("project", project);
        model.addAttribute("proposal", proposal);
        model.addAttribute("days", proposals.days(id));
        model.addAttribute("milestones", byElement);
        model.addAttribute("late", late(code));
        model.addAttribute("people", names.people());
        model.addAttribute("signs", open && doers.leader() && !own);
        model.addAttribute("own", open && own);
        return "board/signoff";
    }

    /** How many steps are overdue today, by milestone. */
    private Map<String, Long> late(String code) {
        return standing.of(code).milestones().stream()
                .collect(Collectors.toMap(
                        now -> now.milestone().element(), now -> now.steps().overdue()));
    }

    /**
     * A leader's answer; {@code verb} is approve or refuse, or withdraw by whoever proposed it.
     *
     * @param sure ticked by a leader who has looked at the days
     */
    @PostMapping("/{id}")
    String answer(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam String verb,
            @RequestParam Optional<String> answer,
            @RequestParam Optional<String> sure,
            Model model,
            HttpServletResponse response) {
        doers.project(code);
        Doers.only("withdraw".equals(verb) || doers.leader());
        if (proposals.find(id).filter(found -> found.project().equals(code)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean done = attempts.done(model, response, () -> {
            String text = attempts.reason(answer.orElse(null));
            if (sure.isEmpty() && !"withdraw".equals(verb)) {
                throw attempts.refused("life.sure");
            }
            switch (verb) {
                case "approve" -> proposals.approve(id, text == null || text.isEmpty() ? null : text);
                case "refuse" -> proposals.refuse(id, text);
                case "withdraw" -> proposals.withdraw(id);
                default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
        return done ? "redirect:/projects/{code}?done=" + verb : proposal(code, id, model);
    }
}
