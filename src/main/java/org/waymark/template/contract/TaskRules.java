package org.waymark.template.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.template.Field;
import org.waymark.template.Form;

/** What tasks and timers need: beans and legal periods that exist, a group, a due date, a form. */
final class TaskRules {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.\\w+\\([^}]*\\)}");
    private static final Pattern PERIOD = Pattern.compile("deadline\\.\\w+\\([^,)]*, *'([^']+)'[,)]");

    /** The day of service is not asked of what is served by public notice: there it is computed. */
    private static final String SERVED = "serviceWay=direct|left|post";

    private TaskRules() {}

    static List<Finding> check(Drawing drawing, Predicate<String> bean, Predicate<String> period) {
        List<Finding> found = new ArrayList<>();
        for (Drawn task : drawing.of("serviceTask", "sendTask", "businessRuleTask")) {
            Matcher delegate = DELEGATE.matcher(task.attr("camunda:delegateExpression"));
            if (!delegate.matches() || !bean.test(delegate.group(1))) {
                found.add(Finding.of(task, "bean", task.attr("camunda:delegateExpression")));
            }
        }
        drawing.of("userTask").forEach(task -> userTask(drawing, task, found));
        drawing.nodes().forEach(node -> calls(node, bean, period, found));
        return found;
    }

    private static void userTask(Drawing drawing, Drawn task, List<Finding> found) {
        if (task.attr("camunda:candidateGroups").isBlank()) {
            found.add(Finding.of(task, "group"));
        }
        if (!CALL.matcher(task.attr("camunda:dueDate")).matches()) {
            found.add(Finding.of(task, "due"));
        }
        if (task.property("holder").equals("THEIRS")
                && drawing.of("boundaryEvent").stream()
                        .noneMatch(event -> event.attr("attachedToRef").equals(task.id())
                                && event.xml().html().contains("${deadline.lapse("))) {
            found.add(Finding.of(task, "lapse"));
        }
        Form form = drawing.form(task);
        if (form == null) {
            found.add(Finding.of(task, "form", Drawing.formPath(task)));
            return;
        }
        if (form.field("happenedOn")
                .filter(day -> day.required() && day.notLater())
                .isEmpty()) {
            found.add(Finding.of(task, "happenedOn"));
        }
        if (!task.property("anchor").isEmpty()) {
            String named = task.property("anchorField").isEmpty() ? "happenedOn" : task.property("anchorField");
            Stream.of(named.strip().split("\\s+"))
                    .filter(field ->
                            form.field(field).filter(TaskRules::isPastDay).isEmpty())
                    .forEach(field -> found.add(Finding.of(task, "anchor", field)));
        }
    }

    private static boolean isPastDay(Field field) {
        boolean asked = field.required() || SERVED.equals(field.requiredWhen());
        return field.type().equals("date") && asked && field.notLater();
    }

    /** Every bean and every legal period an expression of this element asks for. */
    private static void calls(Drawn node, Predicate<String> bean, Predicate<String> period, List<Finding> found) {
        String own = node.is("subProcess") ? "" : node.xml().outerHtml();
        Matcher call = CALL.matcher(own);
        while (call.find()) {
            if (!bean.test(call.group(1))) {
                found.add(Finding.of(node, "bean", call.group(1)));
            }
        }
        Matcher asked = PERIOD.matcher(own);
        while (asked.find()) {
            if (!period.test(asked.group(1))) {
                found.add(Finding.of(node, "period", asked.group(1)));
            }
        }
    }
}
