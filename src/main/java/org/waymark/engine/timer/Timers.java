package org.waymark.engine.timer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.waymark.engine.Model;
import org.waymark.engine.Models;

/** Timers that wait for a period of law to be over. Every verb joins the caller's transaction. */
@Service
public class Timers {

    private static final int PAGE = 500;

    private final ProcessEngine engine;
    private final Models models;

    Timers(@Lazy ProcessEngine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    /** A timer that waits in this case or project for the period of this rule. */
    public record Waiting(String instanceKey, String rule) {}

    /** The timers that wait for these periods fire at those moments instead; a period may have none. */
    public void fireAt(Map<Waiting, Date> moments) {
        if (moments.isEmpty()) {
            return;
        }
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    List<String> keys = moments.keySet().stream()
                            .map(Waiting::instanceKey)
                            .distinct()
                            .toList();
                    for (int from = 0; from < keys.size(); from += PAGE) {
                        Map<String, String> instances =
                                instances(keys.subList(from, Math.min(from + PAGE, keys.size())));
                        timers(instances.keySet()).forEach(timer -> {
                            String rule = rule(timer.getProcessDefinitionId(), timer.getActivityId());
                            Date moment = moments.get(new Waiting(instances.get(timer.getProcessInstanceId()), rule));
                            if (moment != null) {
                                timer.setDuedate(moment);
                            }
                        });
                    }
                    return null;
                }));
    }

    /** Keys of running instances, by the engine's ids of them. */
    private Map<String, String> instances(List<String> keys) {
        String places =
                IntStream.range(0, keys.size()).mapToObj("#{key%d}"::formatted).collect(joining(","));
        var query = engine.getRuntimeService()
                .createNativeProcessInstanceQuery()
                .sql("select * from ACT_RU_EXECUTION where PARENT_ID_ is null and BUSINESS_KEY_ in (" + places + ")");
        for (int n = 0; n < keys.size(); n++) {
            query.parameter("key" + n, keys.get(n));
        }
        return query.list().stream().collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private List<TimerEntity> timers(Set<String> instances) {
        List<TimerEntity> found = new ArrayList<>();
        for (int first = 0; !instances.isEmpty(); first += PAGE) {
            List<Job> page = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceIds(instances)
                    .timers()
                    .orderByJobId()
                    .asc()
                    .listPage(first, PAGE);
            page.forEach(job -> found.add((TimerEntity) job));
            if (page.size() < PAGE) {
                break;
            }
        }
        return found;
    }

    /** All that wait for a period of law, in every running instance. */
    public List<Waiting> all() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        // within one command: a timer tells its element in no other place
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<Waiting> found = new ArrayList<>();
            for (int first = 0; ; first += PAGE) {
                List<Job> page = engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .orderByJobId()
                        .asc()
                        .listPage(first, PAGE);
                for (Job job : page) {
                    waiting(job, found);
                }
                if (page.size() < PAGE) {
                    return found;
                }
            }
        });
    }

    private void waiting(Job job, List<Waiting> found) {
        String rule = rule(job.getProcessDefinitionId(), ((TimerEntity) job).getActivityId());
        if (rule != null) {
            String key = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(job.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
            found.add(new Waiting(key, rule));
        }
    }

    private String rule(String definition, String element) {
        return models.ofDefinition(definition).node(element).properties().get(Model.RULE);
    }
}
