package org.waymark.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.service.Services;
import org.waymark.engine.Engine;
import org.waymark.milestone.step.Placements;
import org.waymark.milestone.step.Steps;
import org.waymark.template.Template.Stage;
import org.waymark.template.Templates;

/** Starts the process of a case: at its beginning, or at the stage it has come to with the days it brings along. */
@Component
class CaseStart {

    private static final String IMPORT = "import";

    private final Placements placements;
    private final Templates templates;
    private final Anchors anchors;
    private final Services services;
    private final Engine engine;
    private final Steps steps;

    CaseStart(
            Placements placements,
            Templates templates,
            Anchors anchors,
            Services services,
            Engine engine,
            Steps steps) {
        this.placements = placements;
        this.templates = templates;
        this.anchors = anchors;
        this.services = services;
        this.engine = engine;
        this.steps = steps;
    }

    /** Returns the engine's id of the new instance. */
    String start(Case one, RosterObject object) {
        placements.put(one.caseKey(), object.number(), object.village(), object.team(), object.responsible());
        Map<String, Object> variables = new HashMap<>();
        if (one.startStage() == null) {
            return engine.start(one.process(), one.caseKey(), card(one, object, variables));
        }
        Stage stage = templates.latest(one.process()).stage(one.startStage());
        Map<String, LocalDate> days = days(one.anchors());
        days.forEach((event, day) -> came(one.caseKey(), event, day));
        variables.putAll(stage.variables());
        String instance = engine.startAt(one.process(), one.caseKey(), stage.elements(), card(one, object, variables));
        if (days.containsKey(NewObject.SINCE)) {
            steps.openSince(one.caseKey(), days.get(NewObject.SINCE));
        }
        return instance;
    }

    private void came(String caseKey, String event, LocalDate day) {
        anchors.record(caseKey, event, day, null, IMPORT);
        if (Services.byService(event)) {
            services.imported(caseKey, event, day, IMPORT);
        }
    }

    private static Map<String, Object> card(Case one, RosterObject object, Map<String, Object> variables) {
        variables.put("project", one.project());
        variables.put("milestone", one.milestone());
        variables.put("object", object.number());
        return variables;
    }

    private static Map<String, LocalDate> days(String anchors) {
        Map<String, LocalDate> days = new HashMap<>();
        if (anchors != null && !anchors.isEmpty()) {
            for (String pair : anchors.split(",")) {
                String[] parts = pair.split("=");
                days.put(parts[0], LocalDate.parse(parts[1]));
            }
        }
        return days;
    }
}
