package org.waymark.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.engine.Refused;
import org.waymark.project.Plan.Need;
import org.waymark.template.Template.PlannedMilestone;
import org.waymark.template.Templates;

/**
 * Projects that wait for each other in a circle would wait for ever. Who waits before one milestone holds up that one
 * and those after it in the diagram; for a quantity, which belongs to no milestone, it holds up the whole project.
 */
@Component
class NeedCircles {

    private static final int END = Integer.MAX_VALUE;

    private final PlanTable plans;
    private final Templates templates;
    private final MessageSource texts;
    private final JdbcClient db;

    NeedCircles(PlanTable plans, Templates templates, MessageSource texts, JdbcClient db) {
        this.plans = plans;
        this.templates = templates;
        this.texts = texts;
        this.db = db;
    }

    private record Point(String project, int place) {}

    /** @throws Refused if one of these needs, recorded already, closes a circle */
    void refuse(List<Need> fresh) {
        for (Need need : fresh) {
            if (closes(need)) {
                throw Refused.of(texts, "life.need.circle", need.project(), need.milestone(), need.onProject());
            }
        }
    }

    private boolean closes(Need need) {
        int from = place(need.project(), need.milestone(), 0);
        Map<String, Integer> seen = new HashMap<>();
        Deque<Point> open = new ArrayDeque<>(List.of(aim(need)));
        while (!open.isEmpty()) {
            Point point = open.pop();
            if (point.project().equals(need.project()) && point.place() >= from) {
                return true;
            }
            if (seen.getOrDefault(point.project(), -1) >= point.place()) {
                continue;
            }
            seen.put(point.project(), point.place());
            plans.needsOf(point.project()).stream()
                    .filter(next -> place(next.project(), next.milestone(), 0) <= point.place())
                    .forEach(next -> open.push(aim(next)));
        }
        return false;
    }

    private Point aim(Need need) {
        return new Point(
                need.onProject(), need.onMilestone() == null ? END : place(need.onProject(), need.onMilestone(), END));
    }

    private int place(String project, String milestone, int unknown) {
        List<String> order = db.sql("select template from project where code = :code")
                .param("code", project)
                .query(String.class)
                .optional()
                .map(template -> templates.latest(template).milestones().stream()
                        .map(PlannedMilestone::element)
                        .toList())
                .orElse(List.of());
        int found = order.indexOf(milestone);
        return found < 0 ? unknown : found;
    }
}
