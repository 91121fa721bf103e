package org.waymark.milestone.standing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.parameter.Settled;
import org.waymark.engine.Model.Node;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.template.Template;
import org.waymark.template.Templates;

/**
 * The bonus tiers projects are in today. Which step earns the bonus is said by the case's diagram: {@code tier} names the
 * rule, {@code tierWhen} ({@code field=value}) what its form must hold, {@code tierPast} the first stage behind it.
 */
@Service
public class Tiers {

    private final Settled settled;
    private final RuleCatalogue rules;
    private final Anchored anchored;
    private final Projects projects;
    private final Milestones milestones;
    private final Templates templates;
    private final StandingTable standing;
    private final TierTable table;
    private final Clock clock;

    Tiers(
            Settled settled,
            RuleCatalogue rules,
            Anchored anchored,
            Projects projects,
            Milestones milestones,
            Templates templates,
            StandingTable standing,
            TierTable table,
            Clock clock) {
        this.settled = settled;
        this.rules = rules;
        this.anchored = anchored;
        this.projects = projects;
        this.milestones = milestones;
        this.templates = templates;
        this.standing = standing;
        this.table = table;
        this.clock = clock;
    }

    /** Those of all running projects. */
    public List<Tier> running() {
        return rules().flatMap(rule -> settled.projects(rule.code()).stream()
                        .flatMap(code -> projects.find(code).stream())
                        .filter(project -> project.state() == Project.State.RUNNING)
                        .flatMap(project -> of(project, rule).stream()))
                .toList();
    }

    /** Those of one project; none before a day is recorded they run from, and when the last is over. */
    public List<Tier> of(Project project) {
        return rules().flatMap(rule -> of(project, rule).stream()).toList();
    }

    private Stream<Rule> rules() {
        return rules.all().stream().filter(rule -> rule.kind() == Kind.TIER && rule.inForceOn(LocalDate.now(clock)));
    }

    private Optional<Tier> of(Project project, Rule rule) {
        List<Integer> days = settled.tiers(project.code(), rule.code());
        Optional<LocalDate> start = days.isEmpty() ? Optional.empty() : anchored.day(project.code(), rule.anchor());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        // the day they run from is not counted, and a rest day moves none (民法典 201; the plan's own days)
        int nth = (int) days.stream()
                .filter(day -> start.get().plusDays(day).isBefore(today))
                .count();
        return nth == days.size()
                ? Optional.empty()
                : milestones.of(project.code()).stream()
                        .flatMap(milestone ->
                                tier(project, rule, milestone, start.get().plusDays(days.get(nth)))
                                        .map(found -> new Tier(
                                                project,
                                                milestone,
                                                rule.code(),
                                                nth + 1,
                                                days.size(),
                                                found.lastDay(),
                                                ChronoUnit.DAYS.between(today, found.lastDay()),
                                                found.open(),
                                                found.valid()))
                                        .stream())
                        .findFirst();
    }

    private record Found(LocalDate lastDay, long open, long valid) {}

    private Optional<Found> tier(Project project, Rule rule, Milestone milestone, LocalDate lastDay) {
        if (milestone.caseProcess() == null) {
            return Optional.empty();
        }
        Template template = templates.latest(milestone.caseProcess());
        return template.model().nodes().values().stream()
                .filter(node -> rule.code().equals(node.properties().get("tier")))
                .findFirst()
                .map(node -> {
                    long valid = standing.valid(project.code())
                            .getOrDefault(new OpenSteps.Key(project.code(), milestone.roster()), 0L);
                    Set<String> done =
                            new HashSet<>(table.done(project.code(), milestone.element(), node.id(), asked(node)));
                    done.addAll(table.before(project.code(), milestone.element(), past(template, node)));
                    return new Found(lastDay, valid - done.size(), valid);
                });
    }

    private static Predicate<Map<String, Object>> asked(Node node) {
        String when = node.properties().get("tierWhen");
        if (when == null) {
            return fields -> true;
        }
        String[] parts = when.split("=", 2);
        return fields -> Objects.toString(fields.get(parts[0]), "").equals(parts[1]);
    }

    /** The stages from the first one behind the step on. */
    private static List<String> past(Template template, Node node) {
        int first = template.stage(node.properties().get("tierPast")).seq();
        return template.stages().values().stream()
                .filter(stage -> stage.seq() >= first)
                .map(Template.Stage::code)
                .toList();
    }
}
