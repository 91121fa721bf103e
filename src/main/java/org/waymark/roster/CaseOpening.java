package org.waymark.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.Anchors;
import org.waymark.engine.Engine;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Placements;
import org.waymark.milestone.step.Steps;
import org.waymark.template.Template.Stage;
import org.waymark.template.Templates;

/** Opens requested cases, a chunk a transaction and a command: stopped anywhere, the next call goes on from there. */
@Component
class CaseOpening {

    static final int CHUNK = 100;

    private final CaseTable cases;
    private final RosterTable objects;
    private final Placements placements;
    private final Anchors anchors;
    private final Templates templates;
    private final Engine engine;
    private final Steps steps;
    private final ChangeLog log;
    private final JdbcClient db;
    private final java.time.Clock clock;

    CaseOpening(
            CaseTable cases,
            RosterTable objects,
            Placements placements,
            Anchors anchors,
            Templates templates,
            Engine engine,
            Steps steps,
            ChangeLog log,
            JdbcClient db,
            java.time.Clock clock) {
        this.cases = cases;
        this.objects = objects;
        this.placements = placements;
        this.anchors = anchors;
        this.templates = templates;
        this.engine = engine;
        this.steps = steps;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    /** Opens one chunk; returns how many cases it opened, 0 when nothing is asked for. */
    @Transactional
    public int chunk() {
        List<Case> requested = cases.takeRequested(CHUNK);
        if (requested.isEmpty()) {
            return 0;
        }
        return engine.together(() -> {
            requested.forEach(this::open);
            return requested.size();
        });
    }

    private void open(Case one) {
        RosterObject object = object(one);
        placements.put(one.caseKey(), object.number(), object.village(), object.team(), object.responsible());
        Map<String, Object> variables = new HashMap<>();
        String instance;
        if (one.startStage() == null) {
            instance = engine.start(one.process(), one.caseKey(), card(one, object, variables));
        } else {
            Stage stage = templates.latest(one.process()).stage(one.startStage());
            Map<String, LocalDate> days = days(one.anchors());
            days.forEach((event, day) -> anchors.record(one.caseKey(), event, day, null, "import"));
            variables.putAll(stage.variables());
            instance = engine.startAt(one.process(), one.caseKey(), stage.elements(), card(one, object, variables));
            if (days.containsKey(NewObject.SINCE)) {
                steps.openSince(one.caseKey(), days.get(NewObject.SINCE));
            }
        }
        cases.opened(one.id(), instance);
        log.add(new Change(
                one.caseKey(),
                one.imported() ? "case.imported" : "case.opened",
                object.number(),
                null,
                one.startStage(),
                null,
                LocalDate.now(clock)));
    }

    private RosterObject object(Case one) {
        String number = db.sql("select number from roster_object where id = :id")
                .param("id", one.objectId())
                .query(String.class)
                .single();
        return objects.find(one.project(), number).orElseThrow();
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
