package org.waymark.project.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.identity.Unit;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.portfolio.Finding.Choice;
import org.waymark.template.Template;
import org.waymark.template.Template.PlannedMilestone;
import org.waymark.template.Templates;

/**
 * What the town has at one moment, against which entries are checked.
 *
 * @param templates those of projects, by the id of their process
 * @param people by user name, also those who have left
 * @param projects by code
 */
record Town(
        Map<String, Template> templates,
        Map<String, Person> people,
        Set<String> leaders,
        Set<String> managers,
        Map<String, Unit> units,
        Map<String, Project> projects,
        Projects plans,
        WrittenTable written,
        LocalDate today) {

    /** Looks at the town. */
    @Component
    static class Eye {

        private final Templates templates;
        private final People people;
        private final Projects projects;
        private final WrittenTable written;
        private final Clock clock;

        Eye(Templates templates, People people, Projects projects, WrittenTable written, Clock clock) {
            this.templates = templates;
            this.people = people;
            this.projects = projects;
            this.written = written;
            this.clock = clock;
        }

        Town now() {
            return new Town(
                    byKey(templates.ofProjects(), Template::process),
                    byKey(people.all(), Person::id),
                    byKey(people.inGroup("leaders"), Person::id).keySet(),
                    byKey(people.inGroup("managers"), Person::id).keySet(),
                    byKey(people.units(), Unit::code),
                    byKey(projects.all(), Project::code),
                    projects,
                    written,
                    LocalDate.now(clock));
        }

        private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
            return all.stream().collect(Collectors.toMap(key, one -> one, (a, b) -> a, TreeMap::new));
        }
    }

    /** The template an entry names, null if there is no such. */
    Template template(Entry entry) {
        String template = entry.text("template");
        return template == null ? null : templates.get(template);
    }

    List<Choice> templateChoices() {
        return templates.values().stream()
                .map(one -> new Choice(one.process(), one.nameZh(), one.nameEn()))
                .toList();
    }

    List<Choice> unitChoices() {
        return units.values().stream()
                .map(one -> new Choice(one.code(), one.nameZh(), one.nameEn()))
                .toList();
    }

    List<Choice> choices(Set<String> able) {
        return able.stream()
                .map(people::get)
                .map(one -> new Choice(one.id(), one.nameZh(), one.nameEn()))
                .toList();
    }

    static List<Choice> stageChoices(Template template) {
        return template.stages().values().stream()
                .map(one -> new Choice(one.code(), one.nameZh(), one.nameEn()))
                .toList();
    }

    List<Choice> milestoneChoices(String template) {
        return templates.get(template).milestones().stream()
                .map(one -> new Choice(one.element(), one.nameZh(), one.nameEn()))
                .toList();
    }

    /** In the order of the diagram; none of a template there is not. */
    List<String> milestones(String template) {
        Template found = template == null ? null : templates.get(template);
        return found == null
                ? List.of()
                : found.milestones().stream().map(PlannedMilestone::element).toList();
    }

    /** The milestone and all that come before it on any way through the diagram. */
    Set<String> upTo(String template, String milestone) {
        Set<String> found = new HashSet<>(Set.of(milestone));
        Template plan = templates.get(template);
        if (plan != null) {
            plan.milestones().stream()
                    .filter(one -> one.element().equals(milestone))
                    .flatMap(one -> one.before().stream())
                    .forEach(before -> found.addAll(upTo(template, before)));
        }
        return found;
    }

    /**
     * Whether a project that was begun at {@code stage} of the template comes to the milestone; yes of what cannot be
     * known here.
     *
     * @param stage null for the beginning
     */
    boolean comesTo(String template, String stage, String milestone) {
        Template plan = template == null ? null : templates.get(template);
        if (plan == null || stage == null || !plan.stages().containsKey(stage)) {
            return true;
        }
        return plan.model()
                .reachableFrom(Set.copyOf(plan.stage(stage).elements()))
                .contains(milestone);
    }

    /** What was written of a project that is there when it was opened; nothing if it was not opened from an entry. */
    Map<String, String> writtenOf(String project) {
        return written.find(project).orElse(Map.of());
    }

    List<Need> needsOf(String project) {
        return projects.containsKey(project) ? plans.needsOf(project) : List.of();
    }

    List<String> quantitiesOf(String project) {
        return plans.quantities(project).stream().map(Quantity::code).toList();
    }
}
