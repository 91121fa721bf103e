package org.waymark.milestone.need;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.engine.Models;
import org.waymark.milestone.Milestones;

/** What diagrams may ask of needs. */
@Configuration(proxyBeanMethods = false)
class NeedSteps {

    /** Service task "wait for other projects": the message event behind it waits until all is met. */
    @Bean
    JavaDelegate awaitNeeds(NeedTable needs, Milestones milestones, Models models) {
        return step -> {
            var model = models.ofDefinition(step.getProcessDefinitionId());
            var node = model.node(step.getCurrentActivityId());
            String gate = node.next().stream()
                    .filter(next -> next.startsWith("message_"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "In diagram %s no message event follows %s".formatted(model.process(), node.id())));
            var milestone =
                    milestones.find(step.getProcessBusinessKey(), node.parent()).orElseThrow();
            needs.arrived(milestone, step.getProcessInstanceId(), gate);
        };
    }
}
