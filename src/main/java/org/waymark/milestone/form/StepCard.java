package org.waymark.milestone.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.calendar.ClosedMonths;
import org.waymark.deadline.Anchored;
import org.waymark.engine.Model;
import org.waymark.engine.Models;
import org.waymark.identity.TownNames;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Returns;
import org.waymark.milestone.step.Returns.Target;
import org.waymark.milestone.step.Step;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.template.Template;
import org.waymark.template.Templates;

/** The facts above a step's form: project, milestone, object, when it is due and by which rule. */
@Component
class StepCard {

    private final Returns returns;
    private final Entries entries;
    private final Milestones milestones;
    private final Projects projects;
    private final Models models;
    private final Anchored anchored;
    private final TownNames town;
    private final Templates templates;
    private final StepTrail trail;
    private final MessageSource texts;
    private final ClosedMonths months;
    private final Clock clock;

    StepCard(
            Returns returns,
            Entries entries,
            Milestones milestones,
            Projects projects,
            Models models,
            Anchored anchored,
            TownNames town,
            Templates templates,
            StepTrail trail,
            MessageSource texts,
            ClosedMonths months,
            Clock clock) {
        this.returns = returns;
        this.entries = entries;
        this.milestones = milestones;
        this.projects = projects;
        this.models = models;
        this.anchored = anchored;
        this.town = town;
        this.templates = templates;
        this.trail = trail;
        this.texts = texts;
        this.months = months;
        this.clock = clock;
    }

    Map<String, Object> of(Step step) {
        String language = language();
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("today", today);
        card.put("monthsOpenFrom", months.openFrom(today));
        projects.find(step.project())
                .ifPresent(
                        project -> card.put("project", Map.of("code", project.code(), "name", project.name(language))));
        milestones
                .find(step.project(), step.milestone())
                .ifPresent(milestone -> card.put("milestone", Map.of("name", milestone.name(language))));
        entries.subject(step, language).ifPresent(subject -> card.put("milestone", Map.of("name", subject)));
        if (step.objectNo() != null) {
            card.put(
                    "object",
                    Map.of(
                            "number", step.objectNo(),
                            "village", town.village(step.village(), locale()),
                            "team", TownNames.team(step.team(), locale()),
                            "url", "/projects/%s/objects/%s".formatted(step.project(), step.objectNo())));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", step.name(language));
        facts.put("element", step.element());
        facts.put("process", step.process());
        facts.put("suspended", suspended(step));
        facts.put("round", step.round());
        facts.put("holder", step.holder());
        facts.put("due", step.dueOn());
        facts.put("originalDue", step.originalDueOn());
        facts.put(
                "lateDays",
                step.overdueOn(today) && !suspended(step)
                        ? java.time.temporal.ChronoUnit.DAYS.between(step.dueOn(), today)
                        : 0);
        if (step.ruleCode() != null && anchored.hasBegun(step.instanceKey(), step.ruleCode())) {
            facts.put("rule", step.ruleCode());
            anchored.inForce(step.instanceKey(), step.ruleCode()).ifPresent(period -> {
                facts.put("ruleText", period.rule().authority());
                facts.put("ruleMark", period.rule().mark());
            });
        }
        card.put("step", facts);
        card.put("returnTargets", targets(step, language));
        card.put("waiting", waiting(step));
        card.put("sentBack", trail.sentBack(step).orElse(null));
        card.put("words", words(step));
        return card;
    }

    /** The few words that tell one card in the task list from the next. */
    Map<String, Object> brief(Step step) {
        Map<String, Object> card = new LinkedHashMap<>();
        projects.find(step.project()).ifPresent(project -> card.put("project", project.name(language())));
        milestones
                .find(step.project(), step.milestone())
                .ifPresent(milestone -> card.put("milestone", milestone.name(language())));
        entries.subject(step, language()).ifPresent(subject -> card.put("milestone", subject));
        if (step.objectNo() != null) {
            card.put("object", step.objectNo());
            card.put("place", town.village(step.village(), locale()) + " " + TownNames.team(step.team(), locale()));
        }
        card.put("suspended", suspended(step));
        card.put("waiting", waiting(step));
        card.put("holder", step.holder());
        card.put("words", words(step));
        return card;
    }

    private boolean suspended(Step step) {
        return projects.find(step.project())
                .filter(project -> project.state() == Project.State.SUSPENDED)
                .isPresent();
    }

    /** What Tasklist calls the step and its diagram, and what the reader calls them. */
    private Map<String, String> words(Step step) {
        Template template = templates.latest(step.process());
        String process = "en".equals(language()) ? template.nameEn() : template.nameZh();
        Map<String, String> words = new LinkedHashMap<>();
        words.put(step.nameZh(), step.name(language()));
        words.put(template.nameZh(), process);
        return words;
    }

    /** Names of what a return would take away. */
    private List<String> cancels(Model model, Target target) {
        return target.cancels().stream()
                .map(model::node)
                .map(node -> "en".equals(language()) ? node.nameEn() : node.name())
                .toList();
    }

    /** The periods a return would pass over, in words. */
    private List<String> passed(Target target) {
        return target.passed().stream()
                .map(period -> say("step.passed", say("deadline.event." + period.event()), period.anchor()))
                .toList();
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private List<Map<String, Object>> targets(Step step, String language) {
        if (step.state() != Step.State.OPEN) {
            return List.of();
        }
        Model model = models.ofDefinition(step.definition());
        return returns.targets(step).stream()
                .map(target -> Map.<String, Object>of(
                        "element", target.step().element(),
                        "name", target.step().name(language),
                        "cancels", cancels(model, target),
                        "passed", passed(target)))
                .toList();
    }

    private Map<String, Object> waiting(Step step) {
        if (step.waitingParty() == null) {
            return null;
        }
        Map<String, Object> waiting = new LinkedHashMap<>();
        waiting.put("party", step.waitingParty());
        waiting.put("name", texts.getMessage("party." + step.waitingParty(), null, step.waitingParty(), locale()));
        waiting.put("since", step.waitingSince());
        waiting.put("letter", step.waitingLetter());
        return waiting;
    }

    private static String language() {
        return locale().getLanguage();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
