package org.waymark.board.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.Page;
import org.waymark.deadline.Holder;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodList;
import org.waymark.deadline.ledger.PeriodList.Wanted;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The ledger of a project: its own periods of law and those of its cases, fifty a page. */
@Controller
class PeriodsController {

    private final Projects projects;
    private final PeriodList list;
    private final PeriodRows rows;
    private final MessageSource texts;
    private final Clock clock;

    PeriodsController(Projects projects, PeriodList list, PeriodRows rows, MessageSource texts, Clock clock) {
        this.projects = projects;
        this.list = list;
        this.rows = rows;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/projects/{code}/periods")
    String periods(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        Project project = projects.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Wanted wanted = new Wanted(code, "", state, rule, holder);
        Page<PeriodRow> found = Page.of(list.count(wanted), page, from -> rows.rows(wanted, from, Page.ROWS));
        model.addAttribute("project", project);
        model.addAttribute("periods", found.rows());
        model.addAttribute("page", found);
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "states", Arrays.stream(State.values()).map(State::name).toList());
        model.addAttribute(
                "holders", Arrays.stream(Holder.values()).map(Holder::name).toList());
        model.addAttribute("rules", names(code));
        model.addAttribute("today", LocalDate.now(clock));
        return "board/period-list";
    }

    private Map<String, String> names(String project) {
        Map<String, String> names = new LinkedHashMap<>();
        list.rules(project)
                .forEach(code -> names.put(
                        code, texts.getMessage("deadline.rule." + code, null, code, LocaleContextHolder.getLocale())));
        return names;
    }
}
