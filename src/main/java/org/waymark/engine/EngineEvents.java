package org.waymark.engine;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.engine.clock.ClockConfiguration;

/** The only receiver of the engine's event bridge: says again, in our own words, what the other rooms need to know. */
@Component
class EngineEvents {

    private static final String MILESTONE = "milestone_";
    private static final String TIMER = "timer_";

    private final ApplicationEventPublisher news;
    private final Models models;
    private final TaskChanges changes;

    EngineEvents(ApplicationEventPublisher news, Models models, TaskChanges changes) {
        this.news = news;
        this.models = models;
        this.changes = changes;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> news.publishEvent(opened(task));
            case TaskListener.EVENTNAME_ASSIGNMENT -> {
                changes.checkAssignment(task);
                news.publishEvent(new TaskNews.Assigned(task.getId(), task.getAssignee()));
            }
            case TaskListener.EVENTNAME_UPDATE -> changes.checkUpdate(task);
            case TaskListener.EVENTNAME_COMPLETE ->
                news.publishEvent(new TaskNews.Completing(
                        task.getId(), node(task).properties(), (name, value) -> task.getExecution()
                                .setVariable(name, value)));
            case TaskListener.EVENTNAME_DELETE -> news.publishEvent(new TaskNews.Dropped(task.getId()));
            default -> throw new IllegalStateException("Unknown task event " + task.getEventName());
        }
    }

    @EventListener
    void on(DelegateExecution execution) {
        boolean end = ExecutionListener.EVENTNAME_END.equals(execution.getEventName());
        if (end && ended(execution)) {
            news.publishEvent(new InstanceEnded(
                    execution.getProcessBusinessKey(),
                    key(execution.getProcessDefinitionId()),
                    lastElement(execution)));
        }
        String element = execution.getCurrentActivityId();
        if (element != null && element.startsWith(TIMER)) {
            timer(execution, element, end);
        }
        if (element == null || !element.startsWith(MILESTONE)) {
            return;
        }
        String project = execution.getProcessBusinessKey();
        if (end) {
            news.publishEvent(new MilestoneNews.Left(project, element, execution.isCanceled()));
        } else if (ExecutionListener.EVENTNAME_START.equals(execution.getEventName())) {
            news.publishEvent(new MilestoneNews.Entered(project, element));
        }
    }

    private void timer(DelegateExecution execution, String element, boolean end) {
        var properties = models.ofDefinition(execution.getProcessDefinitionId())
                .node(element)
                .properties();
        String key = execution.getProcessBusinessKey();
        String stage = properties.get("stage");
        String rule = properties.get(Model.RULE);
        if (!end && stage != null) {
            news.publishEvent(new TimerNews.Began(key, stage));
        }
        if (end && rule != null) {
            news.publishEvent(new TimerNews.Over(key, element, rule, execution.isCanceled()));
        }
    }

    private TaskNews.Opened opened(DelegateTask task) {
        var node = node(task);
        var execution = task.getExecution();
        String own = node.parent() != null && node.parent().startsWith(MILESTONE) ? node.parent() : null;
        return new TaskNews.Opened(
                task.getId(),
                execution.getProcessBusinessKey(),
                key(task.getProcessDefinitionId()),
                task.getProcessDefinitionId(),
                (String) execution.getVariable("project"),
                own != null ? own : (String) execution.getVariable("milestone"),
                (String) execution.getVariable("object"),
                node.id(),
                node.name(),
                Optional.ofNullable(task.getDueDate())
                        .map(Date::toInstant)
                        .map(moment -> moment.atZone(ClockConfiguration.ZONE).toLocalDate())
                        .orElse(null),
                task.getAssignee(),
                candidateGroup(task),
                node.properties());
    }

    private Model.Node node(DelegateTask task) {
        return models.ofDefinition(task.getProcessDefinitionId()).node(task.getTaskDefinitionKey());
    }

    private static String candidateGroup(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElse(null);
    }

    private static boolean ended(DelegateExecution execution) {
        return execution instanceof ExecutionEntity entity
                && entity.isProcessInstanceExecution()
                && !entity.isCanceled()
                && (entity.getActivity() == null || entity.getEventSource() instanceof ProcessDefinitionImpl);
    }

    private static String lastElement(DelegateExecution execution) {
        return execution.getCurrentActivityId();
    }

    private static String key(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
