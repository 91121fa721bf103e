package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Walks one diagram on a bare engine in memory, by a script that names elements in the order they are met:
 * {@code step_survey access=ok > timer_posting > end_valueFixed}. Tracks side by side are walked in any order. {@code
 * without LR-PRENOTICE} says that no version of a rule is in force. Quick, and nothing but the diagram can fail.
 */
class DiagramWalk implements AutoCloseable {

    private final ProcessEngine engine;
    private final String process;
    private final Set<String> visited = new TreeSet<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> notInForce = new TreeSet<>();
    private int count;

    DiagramWalk(String process) {
        this.process = process;
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:walk-" + process + ";DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("walk-" + process);
        configuration.setJobExecutorActivate(false);
        JavaDelegate nothing = execution -> {};
        configuration.setBeans(Map.of(
                "deadline",
                new Deadline(),
                "assignment",
                new Assignment(),
                "openCases",
                nothing,
                "awaitNeeds",
                nothing));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/" + process + ".bpmn")
                .deploy();
    }

    /** Walks from the start, or from these elements; the last word of the script is where it must end. */
    void walk(List<String> from, Map<String, Object> card, String script) {
        notInForce.clear();
        String key = "P:" + ++count;
        var builder =
                engine.getRuntimeService().createProcessInstanceByKey(process).businessKey(key);
        builder.setVariables(Map.of("project", "P", "milestone", "M", "object", "H-0001"));
        builder.setVariables(card);
        from.forEach(builder::startBeforeActivity);
        String instance = builder.execute().getId();
        for (String word : script.strip().split("\\s*>\\s*")) {
            String[] parts = word.strip().split("\\s+", 2);
            String element = parts[0];
            if (element.equals("without")) {
                notInForce.add(parts[1]);
                continue;
            }
            switch (element.substring(0, element.indexOf('_'))) {
                case "step", "approval" -> submit(instance, element, parts.length == 1 ? "" : parts[1]);
                case "timer", "boundary", "milestone" -> run(instance, element);
                case "message" -> receive(instance, element);
                case "end" -> assertThat(endOf(instance)).isEqualTo(element);
                default -> throw new IllegalArgumentException(word);
            }
        }
        assertThat(state(instance)).as(script).isEqualTo("COMPLETED");
    }

    private void submit(String instance, String element, String decisions) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .list();
        List<Task> named = open.stream()
                .filter(task -> task.getTaskDefinitionKey().equals(element))
                .toList();
        assertThat(named)
                .as(element + " of "
                        + open.stream().map(Task::getTaskDefinitionKey).toList())
                .hasSize(1);
        assertThat(named.get(0).getDueDate()).as("due day of " + element).isNotNull();
        engine.getTaskService().complete(named.get(0).getId(), variables(decisions));
    }

    private static Map<String, Object> variables(String decisions) {
        return Arrays.stream(decisions.split(","))
                .filter(pair -> !pair.isBlank())
                .map(pair -> pair.strip().split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[1].matches("true|false") ? Boolean.valueOf(pair[1]) : pair[1]));
    }

    private void run(String instance, String element) {
        var jobs = engine.getManagementService().createJobQuery().processInstanceId(instance);
        List<Job> due = jobs.activityId(element).list();
        assertThat(due).as("jobs of " + element).hasSize(1);
        engine.getManagementService().executeJob(due.get(0).getId());
    }

    private void receive(String instance, String element) {
        var waiting = engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(instance)
                .activityId(element)
                .singleResult();
        assertThat(waiting).as(element).isNotNull();
        engine.getRuntimeService().messageEventReceived(waiting.getEventName(), waiting.getExecutionId());
    }

    private String endOf(String instance) {
        assertThat(state(instance)).isEqualTo("COMPLETED");
        engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()
                .forEach(activity -> visited.add(activity.getActivityId()));
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .list()
                .stream()
                .flatMap(ended -> last(instance).stream())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.joining(","));
    }

    private List<HistoricActivityInstance> last(String instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .filter(end -> end.getParentActivityInstanceId().equals(instance))
                .toList();
    }

    private String state(String instance) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getState();
    }

    /** Every element some walk came through. */
    Set<String> visited() {
        return visited;
    }

    /** What the diagram asked of the deadline room: method, instance key and rule. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Stands in for the deadline room; days do not matter here, that they are asked for with key and rule does. */
    public class Deadline {
        public Date workdays(int n) {
            return later(n);
        }

        public Date due(String key, String rule) {
            return ask("due", key, rule);
        }

        public Date dueOr(String key, String rule, int n) {
            return ask("due", key, rule);
        }

        public boolean applies(String key, String rule) {
            return !notInForce.contains(rule);
        }

        public Date lapse(String key, String rule) {
            return ask("lapse", key, rule);
        }

        public Date elapsed(String key, String rule) {
            return ask("elapsed", key, rule);
        }

        private Date ask(String what, String key, String rule) {
            assertThat(key).startsWith("P:");
            asked.add(what + " " + rule);
            return later(10);
        }

        private Date later(int days) {
            return Date.from(Instant.now().plus(days, ChronoUnit.DAYS));
        }
    }

    /** Stands in for the people. */
    public static class Assignment {
        public String group(String project, String object, String role) {
            return role;
        }

        public String person(String project, String object, String role) {
            return null;
        }

        public String manager(String key) {
            return "managers";
        }
    }
}
