package org.waymark.board.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.board.Names;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** What a project can wait for in others, to be chosen in a form; templates ask it by the name {@code awaited}. */
@Component("awaited")
public class Awaited {

    private static final String QUANTITY = "#";

    private final Projects projects;
    private final Milestones milestones;
    private final Names names;
    private final MessageSource texts;

    Awaited(Projects projects, Milestones milestones, Names names, MessageSource texts) {
        this.projects = projects;
        this.milestones = milestones;
        this.names = names;
        this.texts = texts;
    }

    /** @param value what the form sends: the project's code, a blank, and a milestone or {@code #} and a quantity */
    public record Choice(String value, String name) {}

    public record Other(Project project, List<Choice> choices) {}

    /** Of each project that has not ended, the milestones still to come and the quantities; {@code except} may be null. */
    public List<Other> others(String except) {
        List<Project> alive = projects.all().stream()
                .filter(project -> project.state().alive() && !project.code().equals(except))
                .toList();
        List<String> codes = alive.stream().map(Project::code).toList();
        Map<String, List<Milestone>> ahead = milestones.of(codes);
        Map<String, List<Quantity>> quantities = projects.quantities(codes);
        return alive.stream()
                .map(project -> other(
                        project,
                        ahead.getOrDefault(project.code(), List.of()),
                        quantities.getOrDefault(project.code(), List.of())))
                .filter(other -> !other.choices().isEmpty())
                .toList();
    }

    private Other other(Project project, List<Milestone> all, List<Quantity> quantities) {
        List<Choice> choices = new ArrayList<>();
        all.stream()
                .filter(one -> one.state() == Milestone.State.PLANNED || one.state() == Milestone.State.OPEN)
                .forEach(one -> choices.add(new Choice(project.code() + " " + one.element(), one.name(names.lang()))));
        var reader = LocaleContextHolder.getLocale();
        for (Quantity one : quantities) {
            Object[] said = {one.name(names.lang()), texts.getMessage("unit." + one.unit(), null, one.unit(), reader)};
            choices.add(new Choice(
                    project.code() + " " + QUANTITY + one.code(),
                    texts.getMessage("life.need.option.quantity", said, reader)));
        }
        return new Other(project, choices);
    }

    /** The fields of an entry's need that a choice stands for; what was not filled in is not there. */
    public static Map<String, String> fields(String milestone, String choice, String atLeast, String note) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] parts = (choice == null ? "" : choice.strip()).split(" ", 2);
        put(fields, "milestone", milestone);
        put(fields, "project", parts[0]);
        if (parts.length == 2) {
            boolean quantity = parts[1].startsWith(QUANTITY);
            put(fields, quantity ? "quantity" : "reached", quantity ? parts[1].substring(1) : parts[1]);
        }
        put(fields, "atLeast", atLeast);
        put(fields, "note", note);
        return fields;
    }

    private static void put(Map<String, String> fields, String field, String text) {
        if (text != null && !text.isBlank()) {
            fields.put(field, text.strip());
        }
    }
}
