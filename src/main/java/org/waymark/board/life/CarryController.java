package org.waymark.board.life;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.project.life.CarryOver;
import org.waymark.project.life.CarryOver.Next;

/** At the year's turn the office carries over what has not ended. */
@Controller
@RequestMapping("/carry-over")
class CarryController {

    private final Doers doers;
    private final Attempts attempts;
    private final CarryOver carrying;
    private final Clock clock;

    CarryController(Doers doers, Attempts attempts, CarryOver carrying, Clock clock) {
        this.doers = doers;
        this.attempts = attempts;
        this.carrying = carrying;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam Optional<Integer> year, Model model) {
        Doers.only(doers.office());
        LocalDate today = LocalDate.now(clock);
        int from = year.orElseGet(today::getYear);
        if (from < 2000 || from > 2100) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("year", from);
        model.addAttribute("opens", carrying.opens(from));
        model.addAttribute("early", today.isBefore(carrying.opens(from)));
        model.addAttribute("last", today.getYear() - 1);
        model.addAttribute("candidates", carrying.candidates(from));
        return "board/carry";
    }

    @PostMapping
    String carry(
            @RequestParam int year,
            @RequestParam(required = false) List<String> chosen,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse answer) {
        Doers.only(doers.office());
        boolean done = attempts.done(
                model,
                answer,
                () -> carrying.carry(
                        year,
                        chosen == null
                                ? List.of()
                                : chosen.stream()
                                        .distinct()
                                        .map(code -> new Next(
                                                code,
                                                attempts.amount(sent.get("investment." + code)),
                                                attempts.reason(sent.get("target." + code))))
                                        .toList()));
        return done ? "redirect:/carry-over?done&year=" + year : list(Optional.of(year), model);
    }
}
