package org.waymark.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Deployed diagrams, read once each and kept: a deployed version never changes. */
@Service
public class Models {

    private static final int MOST = 1000;

    // ${deadline.elapsed(execution.processBusinessKey, 'LR-PRENOTICE')}
    private static final Pattern PERIOD = Pattern.compile("\\bdeadline\\.(?:elapsed|lapse)\\([^']*'([^']+)'");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Map<String, Model> byDefinition = new ConcurrentHashMap<>();

    Models(@Lazy RepositoryService repository, @Lazy RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** The version this running instance follows, which need not be the newest. */
    public Model ofInstance(String processInstance) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult();
        if (instance == null) {
            throw new IllegalStateException("No process instance %s is running".formatted(processInstance));
        }
        return ofDefinition(instance.getProcessDefinitionId());
    }

    /** The version a running instance follows. */
    public Model ofDefinition(String processDefinitionId) {
        return byDefinition.computeIfAbsent(
                processDefinitionId, id -> read(repository.getBpmnModelInstance(id), id.substring(0, id.indexOf(':'))));
    }

    /** The newest version. */
    public Model latest(String process) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("No diagram '%s' is deployed".formatted(process));
        }
        return ofDefinition(definition.getId());
    }

    /** Ids of all deployed diagrams, in their order. */
    public List<String> processes() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .listPage(0, MOST) // to somebody signed in the engine gives no list without an end
                .stream()
                .map(ProcessDefinition::getKey)
                .toList();
    }

    static Model read(BpmnModelInstance file, String key) {
        Process process = file.getModelElementById(key);
        Map<String, Model.Node> nodes = new LinkedHashMap<>();
        Map<String, Set<String>> next = next(file);
        file.getModelElementsByType(FlowNode.class)
                .forEach(node -> nodes.put(node.getId(), node(node, next.getOrDefault(node.getId(), Set.of()))));
        return new Model(key, process.getName(), properties(process), nodes);
    }

    /** By the flows themselves, all at once: a file may leave out the nodes' own lists of them. */
    private static Map<String, Set<String>> next(BpmnModelInstance file) {
        Map<String, Set<String>> next = new HashMap<>();
        file.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null)
                .forEach(flow -> next.computeIfAbsent(flow.getSource().getId(), id -> new LinkedHashSet<>())
                        .add(flow.getTarget().getId()));
        file.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo() != null)
                .forEach(event -> next.computeIfAbsent(event.getAttachedTo().getId(), id -> new LinkedHashSet<>())
                        .add(event.getId()));
        return next;
    }

    private static Model.Node node(FlowNode node, Set<String> next) {
        String parent = node.getParentElement() instanceof SubProcess scope ? scope.getId() : null;
        String form = node instanceof UserTask task ? task.getCamundaFormKey() : null;
        String type = node.getElementType().getTypeName();
        Map<String, String> properties = new LinkedHashMap<>(properties(node));
        if (node instanceof CatchEvent event) {
            event.getEventDefinitions().stream()
                    .filter(TimerEventDefinition.class::isInstance)
                    .map(TimerEventDefinition.class::cast)
                    .filter(timer -> timer.getTimeDate() != null)
                    .map(timer -> PERIOD.matcher(timer.getTimeDate().getTextContent()))
                    .filter(Matcher::find)
                    .forEach(period -> properties.putIfAbsent(Model.RULE, period.group(1)));
        }
        return new Model.Node(node.getId(), type, node.getName(), parent, form, Map.copyOf(properties), next);
    }

    private static Map<String, String> properties(BaseElement element) {
        var extension = element.getExtensionElements();
        if (extension == null) {
            return Map.of();
        }
        return extension.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(list -> list.getCamundaProperties().stream())
                .collect(Collectors.toMap(
                        CamundaProperty::getCamundaName,
                        CamundaProperty::getCamundaValue,
                        (first, second) -> second,
                        LinkedHashMap::new));
    }
}
