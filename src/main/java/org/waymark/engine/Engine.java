package org.waymark.engine;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.waymark.engine.clock.ClockConfiguration;

/** What our rooms may ask of the process engine. Every verb joins the caller's transaction. */
@Service
public class Engine {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final ProcessEngine engine;
    private final JdbcTemplate db;

    Engine(@Lazy ProcessEngine engine, JdbcTemplate db) {
        this.engine = engine;
        this.db = db;
    }

    /** Starts an instance at its start event and returns the engine's id of it. */
    public String start(String process, String key, Map<String, Object> variables) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(process, key, variables)
                .getId();
    }

    /** Starts an instance at the given elements, as if everything before them were done. */
    public String startAt(String process, String key, Collection<String> elements, Map<String, Object> variables) {
        var start = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(key)
                .setVariables(variables);
        elements.forEach(start::startBeforeActivity);
        return start.execute().getId();
    }

    /** Runs all of {@code work} as one command: one flush for all instances it starts, which is many times faster. */
    public <T> T together(Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> work.get());
    }

    /** Whether an execution of the instance waits at this message event, and could go on from it. */
    public boolean waits(String instance, String element) {
        Execution execution = waiting(instance, element);
        return execution != null && !execution.isSuspended();
    }

    /** Lets the one execution go on that waits at {@code element} for {@code message}. */
    public void deliver(String instance, String element, String message) {
        Execution execution = waiting(instance, element);
        if (execution == null) {
            throw new IllegalStateException("Nothing in %s waits at %s".formatted(instance, element));
        }
        engine.getRuntimeService().messageEventReceived(message, execution.getId());
    }

    private Execution waiting(String instance, String element) {
        return engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .activityId(element)
                .singleResult();
    }

    /** Puts a token before {@code target} and takes those on {@code leave} away, in this order: their scope lives on. */
    public void move(String instance, Collection<String> leave, String target) {
        var change = engine.getRuntimeService()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(target);
        leave.forEach(change::cancelAllForActivity);
        change.execute(false, false);
    }

    /** Ids of the elements where tokens of the instance stand, those about to be entered by a job included. */
    public Set<String> positions(String instance) {
        Set<String> found = new HashSet<>();
        ActivityInstance root = engine.getRuntimeService().getActivityInstance(instance);
        if (root != null) {
            collect(root, found);
        }
        return found;
    }

    private static void collect(ActivityInstance scope, Set<String> found) {
        for (var waiting : scope.getChildTransitionInstances()) {
            found.add(waiting.getActivityId());
        }
        for (var child : scope.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                found.add(child.getActivityId());
            }
            collect(child, found);
        }
    }

    /** The process instance a task belongs to. */
    public String instanceOf(String taskId) {
        var task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new IllegalStateException("No open task " + taskId);
        }
        return task.getProcessInstanceId();
    }

    public void complete(String taskId) {
        engine.getTaskService().complete(taskId);
    }

    /** Gives the task to somebody; null lays it back to its group. */
    public void assign(String taskId, String person) {
        engine.getTaskService().setAssignee(taskId, person);
    }

    /** The task is due at the end of that day. */
    public void due(String taskId, LocalDate day) {
        engine.getTaskService().setDueDate(taskId, end(day));
    }

    /** The task is not due at any time for now. */
    public void undated(String taskId) {
        engine.getTaskService().setDueDate(taskId, null);
    }

    /**
     * The same for many, by task, those of suspended projects too: read at once and written at once. The engine's own verb
     * reads execution and history of each, and refuses what is suspended.
     */
    public void due(Map<String, LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        List<String> ids = List.copyOf(days.keySet());
        var query = engine.getTaskService()
                .createNativeTaskQuery()
                .sql(IntStream.range(0, ids.size())
                        .mapToObj("#{id%d}"::formatted)
                        .collect(Collectors.joining(",", "select * from ACT_RU_TASK where ID_ in (", ")")));
        IntStream.range(0, ids.size()).forEach(n -> query.parameter("id" + n, ids.get(n)));
        List<Object[]> history = new ArrayList<>();
        together(() -> {
            for (Task task : query.list()) {
                Date moment = end(days.get(task.getId()));
                ((TaskEntity) task).setDueDateWithoutCascade(moment);
                history.add(new Object[] {new Timestamp(moment.getTime()), task.getId()});
            }
            return null;
        });
        db.batchUpdate("update ACT_HI_TASKINST set DUE_DATE_ = ? where ID_ = ?", history);
    }

    private static Date end(LocalDate day) {
        return Date.from(day.atTime(LAST_SECOND).atZone(ClockConfiguration.ZONE).toInstant());
    }

    /** Ends the instance at once and unfinished. */
    public void cancel(String instance, String reason) {
        engine.getRuntimeService().deleteProcessInstance(instance, reason, false, true, true);
    }

    /**
     * Stops (or lets run again) everything of up to {@code limit} instances: tasks, timers, jobs. A timer that fell due
     * meanwhile fires once its instance runs again.
     *
     * @param key business key of an instance, or what stands before the colon in the keys of others
     * @return how many followed; fewer than {@code limit} if none is left
     */
    public int suspendSome(String key, boolean stopped, int limit) {
        var query = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .or()
                .processInstanceBusinessKey(key)
                .processInstanceBusinessKeyLike(key + ":%")
                .endOr();
        List<String> some = (stopped ? query.active() : query.suspended())
                .listPage(0, limit).stream()
                        .map(Execution::getProcessInstanceId)
                        .toList();
        if (!some.isEmpty()) {
            var change = engine.getRuntimeService()
                    .updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(some);
            if (stopped) {
                change.suspend();
            } else {
                change.activate();
            }
        }
        return some.size();
    }

    /**
     * Puts a template's files into the engine; the same bytes a second time change nothing.
     *
     * @return whether a new version was made
     */
    public boolean deploy(String name, Map<String, byte[]> files) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name(name)
                .source("waymark")
                .enableDuplicateFiltering(false); // all files or none: a diagram is never without its own forms
        files.forEach((path, bytes) -> deployment.addInputStream(path, new java.io.ByteArrayInputStream(bytes)));
        var deployed = deployment.deployWithResult().getDeployedProcessDefinitions();
        return deployed != null && !List.copyOf(deployed).isEmpty();
    }
}
