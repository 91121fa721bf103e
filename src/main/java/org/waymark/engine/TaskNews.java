package org.waymark.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;

/** What happens to user tasks, told inside the engine's own transaction: whoever listens and fails undoes it all. */
public sealed interface TaskNews {

    /** The engine's id of the task. */
    String taskId();

    /**
     * A task was created.
     *
     * @param instanceKey business key of its process instance: a case key or a project code
     * @param process key of the diagram
     * @param definition the engine's id of the diagram's version
     * @param milestone id of the milestone it belongs to, null outside of any
     * @param element id of the user task in the diagram
     * @param due the day it is due, null if it has none
     * @param candidateGroup the group it can be claimed from, null if none
     * @param properties what the diagram says of it ({@code camunda:properties})
     */
    record Opened(
            String taskId,
            String instanceKey,
            String process,
            String definition,
            String project,
            String milestone,
            String object,
            String element,
            String name,
            LocalDate due,
            String assignee,
            String candidateGroup,
            Map<String, String> properties)
            implements TaskNews {}

    /** A task was given to somebody, or to nobody any more ({@code assignee} null). */
    record Assigned(String taskId, String assignee) implements TaskNews {}

    /** A task is about to be completed; {@code decide} sets a decision the gateways behind it read. */
    record Completing(String taskId, Map<String, String> properties, BiConsumer<String, Object> decide)
            implements TaskNews {}

    /** A task ended without being completed: a timer lapsed, the case was moved or cancelled. */
    record Dropped(String taskId) implements TaskNews {}
}
