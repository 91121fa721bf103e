package org.waymark.engine.rights;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Adds the caller to every query: people see the tasks they have or could claim, and the variables of those; whoever
 * oversees sees all. The rest of history needs a grant that only overseers have.
 */
public class QueryGuard extends AuthorizationManager {

    private static final String NOBODY = "-";

    /** Only the count of tasks by group asks for this; whoever oversees reads every task, without a grant for tasks. */
    @Override
    public void checkAuthorization(Permission permission, Resource resource, String id) {
        boolean anyTask = permission == Permissions.READ && resource == Resources.TASK && Authorization.ANY.equals(id);
        if (!anyTask || !Caller.current().oversees()) {
            super.checkAuthorization(permission, resource, id);
        }
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        Caller caller = Caller.current();
        if (caller.isProduct() || caller.oversees()) {
            return;
        }
        var own = query.or().taskAssignee(caller.id());
        if (!caller.groups().isEmpty()) {
            own = own.taskCandidateGroupIn(caller.groups());
        }
        own.endOr();
    }

    @Override
    public void configureHistoricTaskInstanceQuery(HistoricTaskInstanceQueryImpl query) {
        super.configureHistoricTaskInstanceQuery(query);
        Caller caller = Caller.current();
        if (!caller.isProduct() && !caller.oversees()) {
            query.or().taskAssignee(caller.id()).endOr();
        }
    }

    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        Caller caller = Caller.current();
        if (caller.isProduct() || caller.oversees()) {
            super.configureVariableInstanceQuery(query);
            return;
        }
        Set<String> asked = new HashSet<>();
        Stream.of(
                        query.getVariableScopeIds(),
                        query.getProcessInstanceIds(),
                        query.getExecutionIds(),
                        query.getTaskIds())
                .filter(ids -> ids != null)
                .flatMap(Arrays::stream)
                .forEach(asked::add);
        // Nobody has a grant on process instances; whoever sees a task sees the few variables around it.
        if (asked.isEmpty() || !visibleScopes(asked).containsAll(asked)) {
            query.variableId(NOBODY);
        }
    }

    /** Of these scopes those that belong to tasks the caller sees: the task, its execution, its process instance. */
    private Set<String> visibleScopes(Set<String> asked) {
        String[] ids = asked.toArray(String[]::new);
        Set<String> visible = new HashSet<>();
        var tasks = getProcessEngine().getTaskService();
        Stream.concat(
                        tasks.createTaskQuery().processInstanceIdIn(ids).list().stream(),
                        tasks.createTaskQuery().taskIdIn(ids).list().stream())
                .forEach(task -> add(task, visible));
        return visible;
    }

    private static void add(Task task, Set<String> visible) {
        visible.add(task.getId());
        visible.add(task.getExecutionId());
        visible.add(task.getProcessInstanceId());
    }

    private static org.camunda.bpm.engine.ProcessEngine getProcessEngine() {
        return org.camunda.bpm.engine.impl.context.Context.getProcessEngineConfiguration()
                .getProcessEngine();
    }
}
