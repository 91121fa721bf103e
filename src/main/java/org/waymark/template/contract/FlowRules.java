package org.waymark.template.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.template.Field;

/**
 * Ways through the diagram: each choice is decided in a form before it or by whether a legal period is in force, each
 * message is one somebody sends.
 */
final class FlowRules {

    private static final Pattern TESTED = Pattern.compile("\\$\\{!?(\\w+)(?: == '(\\w+)')?}");
    /** Whether a period was in force on its anchor's day: the catalogue of rules decides, not a form. */
    private static final Pattern IN_FORCE =
            Pattern.compile("\\$\\{deadline\\.applies\\(execution\\.processBusinessKey, '([^']+)'\\)}");

    private static final Set<String> MESSAGES = Set.of("roster.closed", "needs.met");

    private FlowRules() {}

    static List<Finding> check(Drawing drawing, Predicate<String> period) {
        List<Finding> found = new ArrayList<>();
        for (Drawn gateway : drawing.of("exclusiveGateway", "inclusiveGateway")) {
            List<Drawn> out = drawing.out(gateway);
            for (Drawn flow : out) {
                boolean standard = flow.id().equals(gateway.attr("default"));
                if (out.size() > 1 && standard == !flow.condition().isEmpty()) {
                    found.add(Finding.of(flow, "way", name(gateway)));
                } else if (!flow.condition().isEmpty()) {
                    condition(drawing, gateway, flow, period, found);
                }
            }
        }
        drawing.process().xml().ownerDocument().getAllElements().stream()
                .map(Drawn::new)
                .filter(element -> element.is("message")
                        && !MESSAGES.contains(element.xml().attr("name")))
                .forEach(message ->
                        found.add(Finding.of(message, "message", message.xml().attr("name"))));
        return found;
    }

    private static void condition(
            Drawing drawing, Drawn gateway, Drawn flow, Predicate<String> period, List<Finding> found) {
        Matcher inForce = IN_FORCE.matcher(flow.condition());
        if (inForce.matches()) {
            if (!period.test(inForce.group(1))) {
                found.add(Finding.of(flow, "period", inForce.group(1)));
            }
        } else if (!decided(drawing, gateway, flow.condition())) {
            found.add(Finding.of(flow, "decision", flow.condition()));
        }
    }

    private static String name(Drawn gateway) {
        return gateway.name().isEmpty() ? gateway.id() : gateway.name();
    }

    private static boolean decided(Drawing drawing, Drawn gateway, String condition) {
        Matcher tested = TESTED.matcher(condition);
        if (!tested.matches()) {
            return false;
        }
        String value = tested.group(2) == null ? "true" : tested.group(2);
        return before(drawing, gateway).stream()
                .filter(node -> drawing.form(node) != null)
                .flatMap(task -> drawing.form(task).fields().stream())
                .filter(Field::decision)
                .anyMatch(field ->
                        field.name().equals(tested.group(1)) && field.options().contains(value));
    }

    /** The user tasks from which a token can come to this node, out of milestones before it too. */
    private static List<Drawn> before(Drawing drawing, Drawn node) {
        Set<Drawn> seen = new HashSet<>();
        Deque<Drawn> open = new ArrayDeque<>(List.of(node));
        var byId = drawing.byId();
        while (!open.isEmpty()) {
            Drawn one = open.pop();
            if (one == null || !seen.add(one)) {
                continue;
            }
            drawing.in(one).forEach(flow -> open.add(byId.getOrDefault(flow.attr("sourceRef"), one)));
            Drawn parent = new Drawn(one.xml().parent());
            if (one.is("boundaryEvent")) {
                open.add(byId.getOrDefault(one.attr("attachedToRef"), one));
            } else if (one.is("subProcess")) {
                open.addAll(one.children("userTask"));
            } else if (parent.is("subProcess")) {
                drawing.in(parent).forEach(flow -> open.add(byId.getOrDefault(flow.attr("sourceRef"), one)));
            }
        }
        return seen.stream().filter(one -> one.is("userTask")).toList();
    }
}
