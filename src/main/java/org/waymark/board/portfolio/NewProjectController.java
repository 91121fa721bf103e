package org.waymark.board.portfolio;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.board.Names;
import org.waymark.board.OfficeOnly;
import org.waymark.identity.People;
import org.waymark.project.PlannedDays;
import org.waymark.project.Projects;
import org.waymark.project.portfolio.Entry;
import org.waymark.project.portfolio.Finding;
import org.waymark.project.portfolio.Kind;
import org.waymark.project.portfolio.Portfolio;
import org.waymark.template.Plain;
import org.waymark.template.Template;
import org.waymark.template.Templates;

/** Opens one project from a form: first the template and the start, then the rest, with a planned day per milestone. */
@Controller
@RequestMapping("/projects/new")
class NewProjectController {

    private static final String PAGE = "board/new-project";
    private static final String PLANNED = "planned.";
    private static final String GROUPS = "(planned|done)\\.\\w+|years\\.\\d{4}\\.(investment|target)";
    private static final List<String> FIELDS = List.of(
            "code",
            "template",
            "kind",
            "name.zh",
            "name.en",
            "leader",
            "unit",
            "manager",
            "start",
            "target",
            "investment",
            "parent",
            "stage");

    private final Portfolio portfolio;
    private final Projects projects;
    private final Templates templates;
    private final PlannedDays days;
    private final People people;
    private final Awaited awaited;
    private final OfficeOnly office;
    private final Names names;
    private final MessageSource texts;
    private final Clock clock;

    NewProjectController(
            Portfolio portfolio,
            Projects projects,
            Templates templates,
            PlannedDays days,
            People people,
            Awaited awaited,
            OfficeOnly office,
            Names names,
            MessageSource texts,
            Clock clock) {
        this.portfolio = portfolio;
        this.projects = projects;
        this.templates = templates;
        this.days = days;
        this.people = people;
        this.awaited = awaited;
        this.office = office;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    /** The form, with the days that follow from the start proposed; what is filled in already stays. */
    @GetMapping
    String form(@RequestParam Map<String, String> given, Model model) {
        office.who();
        Map<String, String> fields = fields(given);
        fields.keySet().removeIf(field -> field.startsWith(PLANNED));
        LocalDate start = day(fields.get("start")).orElseGet(() -> LocalDate.now(clock));
        fields.put("start", start.toString());
        template(fields).ifPresent(template -> {
            Map<String, LocalDate> proposed = days.of(template, start, Map.of());
            proposed.forEach((milestone, day) -> fields.put(PLANNED + milestone, day.toString()));
            proposed.values().stream()
                    .max(LocalDate::compareTo)
                    .ifPresent(last -> fields.put("target", last.toString()));
        });
        return page(fields, Map.of(), model);
    }

    @PostMapping
    String open(@RequestParam Map<String, String> given, Model model, HttpServletResponse answer) {
        office.who();
        Map<String, String> fields = fields(given);
        try {
            portfolio.open(Entry.of(FormRows.entry(fields)));
            return "redirect:/projects/" + fields.get("code").strip();
        } catch (Portfolio.Wrong wrong) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(fields, sentences(fields, wrong), model);
        } catch (ConcurrencyFailureException | QueryTimeoutException busy) {
            answer.setStatus(HttpStatus.CONFLICT.value());
            return page(
                    fields,
                    Map.of("code", texts.getMessage("import.busy", null, LocaleContextHolder.getLocale())),
                    model);
        }
    }

    private String page(Map<String, String> fields, Map<String, String> wrong, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("wrong", wrong);
        model.addAttribute("labels", labels(fields, wrong));
        model.addAttribute("template", template(fields).orElse(null));
        model.addAttribute("templates", templates.ofProjects());
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(Kind::code).toList());
        model.addAttribute("units", people.units());
        model.addAttribute("leaders", people.inGroup("leaders"));
        model.addAttribute("managers", people.inGroup("managers"));
        model.addAttribute(
                "parents",
                projects.all().stream().filter(one -> one.state().alive()).toList());
        model.addAttribute("others", awaited.others(null));
        model.addAttribute("quantities", FormRows.quantities());
        model.addAttribute("needs", FormRows.needs());
        model.addAttribute(
                "years",
                FormRows.years(
                        day(fields.get("start")).orElseGet(() -> LocalDate.now(clock)),
                        day(fields.get("target")).orElse(null)));
        return PAGE;
    }

    private Optional<Template> template(Map<String, String> fields) {
        return templates.ofProjects().stream()
                .filter(template -> template.process().equals(fields.get("template")))
                .findFirst();
    }

    private static Map<String, String> fields(Map<String, String> given) {
        Map<String, String> fields = new LinkedHashMap<>();
        given.forEach((field, text) -> {
            if (FIELDS.contains(field) || field.matches(GROUPS) || FormRows.known(field)) {
                fields.put(field, text.strip());
            }
        });
        return fields;
    }

    /** By field; of several about one the first. */
    private Map<String, String> sentences(Map<String, String> fields, Portfolio.Wrong wrong) {
        var reader = LocaleContextHolder.getLocale();
        Map<String, String> sentences = new TreeMap<>();
        for (Finding finding : wrong.preview().wrong()) {
            sentences.putIfAbsent(FormRows.place(fields, finding.field()), finding.what(texts, reader));
        }
        return sentences;
    }

    /** What the form calls the fields something is wrong with. */
    private Map<String, String> labels(Map<String, String> fields, Map<String, String> wrong) {
        var reader = LocaleContextHolder.getLocale();
        Map<String, String> labels = new TreeMap<>();
        wrong.keySet().forEach(field -> labels.put(field, label(field, reader)));
        template(fields).ifPresent(template -> template.milestones()
                .forEach(one ->
                        labels.put(PLANNED + one.element(), names.lang().equals("en") ? one.nameEn() : one.nameZh())));
        return labels;
    }

    /** Fields of numbered rows and of years are called as the form calls them. */
    private String label(String field, Locale reader) {
        String[] parts = field.split("\\.");
        if (parts.length == 3) {
            String key = "opening." + parts[0].replace("years", "year") + "." + parts[2];
            return texts.getMessage(key, new Object[] {parts[1]}, field, reader);
        }
        return texts.getMessage("portfolio.field." + field, null, field, reader);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(one -> !one.isEmpty())
                    .map(LocalDate::parse)
                    .filter(Plain::isYear);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
