package org.waymark.board.deadline;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.Names;
import org.waymark.board.OfficeOnly;
import org.waymark.deadline.parameter.Setting;
import org.waymark.deadline.parameter.Settled;
import org.waymark.deadline.parameter.Settling;
import org.waymark.deadline.parameter.WrongSetting;
import org.waymark.engine.Refused;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.template.Plain;

/** What a project settles of rules for itself: everybody reads it, the office writes it. */
@Controller
@RequestMapping("/projects/{code}/parameters")
class ParametersController {

    private static final int LONGEST = 1000;
    private static final int LONGEST_DOCUMENT = 120;
    private static final int LONGEST_SECTION = 80;

    private final Projects projects;
    private final Settled settled;
    private final Settling settling;
    private final ParameterRows rows;
    private final OfficeOnly office;
    private final Names names;
    private final MessageSource texts;

    ParametersController(
            Projects projects,
            Settled settled,
            Settling settling,
            ParameterRows rows,
            OfficeOnly office,
            Names names,
            MessageSource texts) {
        this.projects = projects;
        this.settled = settled;
        this.settling = settling;
        this.rows = rows;
        this.office = office;
        this.names = names;
        this.texts = texts;
    }

    /** What was typed in; {@code which} is rule and parameter with a slash between. */
    public record Typed(String which, String section, String setting, String from, String reason, String document) {}

    /** A record of the history, in words. */
    public record Line(Setting row, String name, String words) {}

    @GetMapping
    String page(@PathVariable String code, Model model) {
        Project project = project(code);
        List<Setting> history = new ArrayList<>(settled.history(code));
        Collections.reverse(history);
        model.addAttribute("project", project);
        model.addAttribute("rows", rows.of(code));
        model.addAttribute(
                "history",
                history.stream()
                        .map(row -> new Line(row, rows.name(row.rule()), rows.words(row)))
                        .toList());
        model.addAttribute("people", names.people());
        model.addAttribute("office", office.may() && project.state().alive());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Typed("", "", "", "", "", ""));
        }
        return "board/parameters";
    }

    @PostMapping
    String settle(@PathVariable String code, Typed typed, Model model, HttpServletResponse answer) {
        String who = office.who();
        Project project = project(code);
        try {
            settle(project, typed, who);
            return "redirect:/projects/{code}/parameters";
        } catch (WrongSetting wrong) {
            model.addAttribute("error", texts.getMessage(wrong, LocaleContextHolder.getLocale()));
        } catch (Refused refused) {
            model.addAttribute("error", refused.getMessage());
        }
        answer.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("typed", typed);
        return page(code, model);
    }

    private void settle(Project project, Typed typed, String who) {
        if (!project.state().alive()) {
            throw Refused.of(texts, "parameter.ended");
        }
        ParameterRow chosen = rows.of(project.code()).stream()
                .filter(row -> row.choice().equals(typed.which()))
                .findFirst()
                .orElseThrow(() -> Refused.of(texts, "parameter.badRule"));
        settling.settle(
                project.code(),
                chosen.rule().code(),
                chosen.parameter(),
                text(typed.section(), LONGEST_SECTION),
                text(typed.setting(), LONGEST_SECTION),
                day(typed.from()),
                text(typed.reason(), LONGEST),
                text(typed.document(), LONGEST_DOCUMENT),
                who);
    }

    private String text(String typed, int longest) {
        String text = Optional.ofNullable(typed).orElse("").strip();
        if (text.length() > longest) {
            throw Refused.of(texts, "life.long", longest);
        }
        if (!Plain.is(text)) {
            throw Refused.of(texts, "step.characters");
        }
        return text;
    }

    private LocalDate day(String typed) {
        try {
            LocalDate day = typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
            if (day != null && !Plain.isYear(day)) {
                throw Refused.of(texts, "law.badDay", typed);
            }
            return day;
        } catch (DateTimeException e) {
            throw Refused.of(texts, "law.badDay", typed);
        }
    }

    private Project project(String code) {
        return projects.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
