package org.waymark.board.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.calendar.CalendarVersion;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.api.Explanations;
import org.waymark.template.Plain;

/** The catalogue of rules: lists, searches, and explains each on a day the reader gives. */
@Controller
class RulesController {

    private static final List<String> MARKS = List.of("found", "custom", "unverified");

    private final RuleCatalogue rules;
    private final Deadlines deadlines;
    private final Explanations explanations;
    private final MessageSource texts;
    private final Clock clock;

    RulesController(
            RuleCatalogue rules, Deadlines deadlines, Explanations explanations, MessageSource texts, Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.explanations = explanations;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/deadlines/rules")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String mark,
            Model model) {
        List<RuleRow> all = rules.all().stream().map(this::row).toList();
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(row -> row.matches(q))
                        .filter(row -> fits(kind, row.rule().kind().name()))
                        .filter(row -> fits(holder, row.rule().holder().name()))
                        .filter(row -> fits(mark, row.rule().mark()))
                        .toList());
        model.addAttribute("counts", RuleRow.counts(all));
        model.addAttribute("total", all.size());
        model.addAttribute(
                "codes", all.stream().map(row -> row.rule().code()).distinct().count());
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(Kind::name).toList());
        model.addAttribute(
                "holders", Arrays.stream(Holder.values()).map(Holder::name).toList());
        model.addAttribute("marks", MARKS);
        model.addAttribute("q", q);
        model.addAttribute("kind", kind);
        model.addAttribute("holder", holder);
        model.addAttribute("mark", mark);
        return "board/rules";
    }

    @GetMapping("/deadlines/rules/{code}")
    String one(@PathVariable String code, @RequestParam(defaultValue = "") String anchor, Model model) {
        try {
            model.addAttribute(
                    "versions", rules.versions(code).stream().map(this::row).toList());
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String day = anchor.isBlank() ? LocalDate.now(clock).toString() : anchor.strip();
        model.addAttribute("code", code);
        model.addAttribute("anchor", day);
        try {
            LocalDate from = LocalDate.parse(day);
            if (!Plain.isYear(from)) {
                throw new DateTimeParseException("year", day, 0);
            }
            model.addAttribute("inForce", rules.inForce(code, from).orElse(null));
            rules.inForce(code, from)
                    .ifPresent(rule -> model.addAttribute("event", explanations.event(rule, reader())));
            model.addAttribute(
                    "explanation", explanations.of(deadlines.compute(code, from, CalendarVersion.CURRENT), reader()));
        } catch (DateTimeParseException noDay) {
            model.addAttribute("refused", texts.getMessage("law.badDay", new Object[] {day}, reader()));
        }
        return "board/rule";
    }

    private RuleRow row(Rule rule) {
        return new RuleRow(
                rule,
                explanations.name(rule, reader()),
                explanations.event(rule, reader()),
                rule.kind() == Kind.CONSTRAINT || rule.n() == 0
                        ? null
                        : texts.getMessage("deadline.unit." + rule.unit(), new Object[] {rule.n()}, reader()),
                rule.extension() == null
                        ? null
                        : texts.getMessage(
                                "law.extension",
                                new Object[] {
                                    rule.extension().times(),
                                    texts.getMessage(
                                            "deadline.unit." + rule.extension().unit(),
                                            new Object[] {rule.extension().n()},
                                            reader())
                                },
                                reader()));
    }

    private static boolean fits(String wanted, String value) {
        return wanted.isBlank() || wanted.equals(value);
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
