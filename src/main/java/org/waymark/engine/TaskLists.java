package org.waymark.engine;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.schema.StartLock;

/** The lists (filters) everybody has in Tasklist, as this version makes them. Their names carry both languages: Tasklist shows one text. */
@Component
class TaskLists implements SmartInitializingSingleton {

    private final FilterService filters;
    private final TaskService tasks;
    private final StartLock lock;

    TaskLists(FilterService filters, TaskService tasks, StartLock lock) {
        this.lock = lock;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        lock.take();
        list(1, "我的待办 · Mine", query -> query.taskAssigneeExpression("${currentUser()}"));
        list(2, "待领取 · To claim", query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned());
        list(3, "本周到期 · Due this week", query -> mine(query)
                .dueAfterExpression("${now()}")
                .dueBeforeExpression("${dateTime().plusDays(7).withTimeAtStartOfDay()}"));
        list(4, "已逾期 · Overdue", query -> mine(query).dueBeforeExpression("${now()}"));
        list(5, "逐户环节 · Object steps", query -> query.processVariableValueLike("object", "%"));
    }

    private static TaskQuery mine(TaskQuery query) {
        return query.or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private void list(int place, String name, UnaryOperator<TaskQuery> criteria) {
        // what is due on one day stands in the order it was opened, each time it is read
        TaskQuery query = criteria.apply(tasks.createTaskQuery())
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc();
        Filter made = filters.createFilterQuery().filterName(name).singleResult();
        Filter filter = made != null
                ? made
                : filters.newTaskFilter(name)
                        .setProperties(Map.of("priority", place, "refresh", true, "showUndefinedVariable", false));
        filters.saveFilter(filter.setQuery(query));
    }
}
