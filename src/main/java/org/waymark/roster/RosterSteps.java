package org.waymark.roster;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.engine.Models;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.roster.gate.GateTable;

/** What diagrams may ask of the roster room. */
@Configuration(proxyBeanMethods = false)
class RosterSteps {

    /** Service task "open the cases": writes requests only, a worker opens them; the gate behind it starts to wait. */
    @Bean
    JavaDelegate openCases(Roster roster, GateTable gates, Milestones milestones, Models models) {
        return step -> {
            String project = step.getProcessBusinessKey();
            var node = models.ofDefinition(step.getProcessDefinitionId()).node(step.getCurrentActivityId());
            Milestone milestone = milestones.find(project, node.parent()).orElseThrow();
            roster.openAll(project, milestone.element());
            gates.arrived(milestone, step.getProcessInstanceId(), gate(models, step));
            gates.check(project, milestone.element());
        };
    }

    private static String gate(Models models, DelegateExecution step) {
        var model = models.ofDefinition(step.getProcessDefinitionId());
        return model.node(step.getCurrentActivityId()).next().stream()
                .filter(next -> next.startsWith("message_"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "In diagram %s no gate follows %s".formatted(model.process(), step.getCurrentActivityId())));
    }
}
