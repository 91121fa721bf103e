package org.waymark.template;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.engine.Model;
import org.waymark.template.Template.PlannedMilestone;
import org.waymark.template.Template.Stage;

/** Reads the plan out of a diagram's properties; a property that does not parse is named with its diagram. */
class TemplateReader {

    private static final String STAGE = "stage.";

    private TemplateReader() {}

    static Template read(Model model) {
        List<PlannedMilestone> milestones = model.nodes().values().stream()
                .filter(node -> node.id().startsWith("milestone_"))
                .map(node -> milestone(model, node))
                .toList();
        String nameEn = model.properties().getOrDefault("en", model.name());
        return new Template(model.process(), model.name(), nameEn, milestones, stages(model), model);
    }

    private static PlannedMilestone milestone(Model model, Model.Node node) {
        Map<String, String> properties = node.properties();
        return new PlannedMilestone(
                node.id(),
                node.name(),
                node.nameEn(),
                number(model, node.id(), properties, "weight"),
                number(model, node.id(), properties, "workdays"),
                properties.get("owner"),
                properties.getOrDefault("rule", "all"),
                properties.get("roster"),
                properties.get("caseProcess"),
                model.milestonesBefore(node.id()),
                properties.get("after"));
    }

    private static Map<String, Stage> stages(Model model) {
        return model.properties().keySet().stream()
                .filter(name -> name.startsWith(STAGE) && name.indexOf('.', STAGE.length()) < 0)
                .map(name -> stage(model, name))
                .sorted(Comparator.comparingInt(Stage::seq))
                .collect(Collectors.toMap(Stage::code, stage -> stage, (a, b) -> a, LinkedHashMap::new));
    }

    private static Stage stage(Model model, String name) {
        Map<String, String> properties = model.properties();
        List<String> elements = words(properties.get(name), "\\s+");
        elements.forEach(model::node);
        return new Stage(
                name.substring(STAGE.length()),
                number(model, name, properties, name + ".seq"),
                properties.getOrDefault(name + ".zh", name),
                properties.getOrDefault(name + ".en", name),
                elements,
                words(properties.get(name + ".anchors"), "[,\\s]+"),
                variables(properties.get(name + ".variables")));
    }

    private static Map<String, Object> variables(String list) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String pair : words(list, ",\\s*")) {
            String[] parts = pair.split("=", 2);
            String value = parts[1].trim();
            boolean truth = value.equals("true") || value.equals("false");
            values.put(parts[0].trim(), truth ? Boolean.valueOf(value) : value);
        }
        return values;
    }

    private static List<String> words(String text, String separator) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.trim().split(separator)).toList();
    }

    private static int number(Model model, String where, Map<String, String> properties, String name) {
        try {
            return Integer.parseInt(properties.get(name));
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "Diagram %s, %s: property '%s' must be a whole number, not '%s'"
                            .formatted(model.process(), where, name, properties.get(name)),
                    e);
        }
    }
}
