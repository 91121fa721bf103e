package org.waymark.board.life;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities;
import org.waymark.project.life.Quantities.Report;
import org.waymark.roster.amount.RosterAmounts;

/** The manager says how much of a quantity is done; of those a roster sums up there is no such page. */
@Controller
@RequestMapping("/projects/{code}/quantities/{quantity}")
class QuantityController {

    private final Doers doers;
    private final Attempts attempts;
    private final Projects projects;
    private final Quantities quantities;
    private final RosterAmounts amounts;
    private final Clock clock;

    QuantityController(
            Doers doers,
            Attempts attempts,
            Projects projects,
            Quantities quantities,
            RosterAmounts amounts,
            Clock clock) {
        this.doers = doers;
        this.attempts = attempts;
        this.projects = projects;
        this.quantities = quantities;
        this.amounts = amounts;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable String code, @PathVariable String quantity, Model model) {
        Project project = doers.project(code);
        Doers.only(doers.manages(project));
        model.addAttribute("project", project);
        model.addAttribute(
                "quantity",
                projects.quantities(code).stream()
                        .filter(one -> one.code().equals(quantity))
                        .filter(one -> !amounts.summedUp(code).contains(quantity))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("today", LocalDate.now(clock));
        return "board/quantity";
    }

    @PostMapping
    String did(
            @PathVariable String code,
            @PathVariable String quantity,
            @RequestParam Optional<String> total,
            @RequestParam Optional<String> before,
            @RequestParam Optional<String> day,
            @RequestParam Optional<String> document,
            @RequestParam Optional<String> reason,
            Model model,
            HttpServletResponse answer) {
        form(code, quantity, model);
        boolean done = attempts.done(
                model,
                answer,
                () -> quantities.did(
                        code,
                        quantity,
                        attempts.amount(total.orElse(null)),
                        new Report(
                                attempts.amount(before.orElse(null)),
                                attempts.day(day.orElse(null)),
                                attempts.document(document.orElse(null)),
                                attempts.reason(reason.orElse(null)))));
        return done ? "redirect:/projects/{code}?done=amount" : form(code, quantity, model);
    }
}
