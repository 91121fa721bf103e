package org.waymark.engine.timer;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
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

    /** The timer of this case that waits for the period of this rule fires at that moment instead, if there is one. */
    public void fireAt(String instanceKey, String rule, Date moment) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            timers(context, instanceKey).stream()
                    .filter(timer -> rule.equals(rule(timer.getProcessDefinitionId(), timer.getActivityId())))
                    .forEach(timer -> timer.setDuedate(moment));
            return null;
        });
    }

    private List<TimerEntity> timers(CommandContext context, String instanceKey) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(instanceKey)
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .flatMap(id -> context.getJobManager().findJobsByProcessInstanceId(id).stream())
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .toList();
    }

    /** All that wait for a period of law, in every running instance. */
    public List<Waiting> all() {
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
