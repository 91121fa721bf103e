package org.waymark.milestone.step;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Returns.Target;
import org.waymark.project.Projects;

/** Where a step can be sent back to, and what becomes of what stands beside and around it. */
@WaymarkTest
class ReturnsTest {

    private static final String TASK = "<userTask id='%1$s' name='%1$s' camunda:candidateGroups='managers' />";
    private static final String FORK =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="forked" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start_case" /><parallelGateway id="gateway_fork" /><parallelGateway id="gateway_join" />
                %s%s%s%s<endEvent id="end_case" />
                <sequenceFlow id="f0" sourceRef="start_case" targetRef="gateway_fork" />
                <sequenceFlow id="f1" sourceRef="gateway_fork" targetRef="step_a" />
                <sequenceFlow id="f2" sourceRef="step_a" targetRef="step_aa" />
                <sequenceFlow id="f3" sourceRef="step_aa" targetRef="gateway_join" />
                <sequenceFlow id="f4" sourceRef="gateway_fork" targetRef="step_b" />
                <sequenceFlow id="f5" sourceRef="step_b" targetRef="gateway_join" />
                <sequenceFlow id="f6" sourceRef="gateway_join" targetRef="step_after" />
                <sequenceFlow id="f7" sourceRef="step_after" targetRef="end_case" />
              </process>
            </definitions>"""
                    .formatted(
                            TASK.formatted("step_a"),
                            TASK.formatted("step_aa"),
                            TASK.formatted("step_b"),
                            TASK.formatted("step_after"));

    private static int count;

    @Autowired
    Engine engine;

    @Autowired
    Returns returns;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    ChangeLog log;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Test
    void aReturnInOneBranchKeepsTheOtherWhereItIs() {
        String key = forked();
        walk.submit(key, "step_b");
        walk.submit(key, "step_a");
        Step second = walk.step(key, "step_aa");
        assertThat(returns.targets(second))
                .filteredOn(target -> target.step().element().equals("step_a"))
                .singleElement()
                .extracting(Target::cancels, as(LIST))
                .containsExactly("step_aa");
        returns.to(second.taskId(), "step_a", "漏项", false);
        walk.submit(key, "step_a");
        walk.submit(key, "step_aa");
        assertThat(walk.open(key)).containsExactly("step_after");
    }

    @Test
    void noWayLeadsBackIntoABranchOfAForkThatWasLeft() {
        String key = forked();
        walk.submit(key, "step_b");
        walk.submit(key, "step_a");
        walk.submit(key, "step_aa");
        assertThat(returns.targets(walk.step(key, "step_after"))).isEmpty();
    }

    @Test
    void theMilestoneAroundAReturnedStepStaysAsItIs() {
        String project = "RETURN-" + ++count;
        projects.open(Walk.project(project));
        walk.jobs(project);
        walk.submit(project, "step_publishScope");
        Milestone before = milestones.find(project, "milestone_scope").orElseThrow();
        returns.to(walk.step(project, "step_notifyFreeze").taskId(), "step_publishScope", "文号有误", false);
        walk.jobs(project);
        assertThat(milestones.find(project, "milestone_scope")).contains(before);
        assertThat(walk.open(project)).containsExactly("step_publishScope");
        assertThat(log.of(project)).noneMatch(change -> change.what().equals("milestone.cancelled"));
    }

    @Test
    void aStepThatWasSentBackUntouchedStillHoldsWhatItHeldBefore() {
        String household = Desk.household("RETURN-" + ++count);
        desk.open("RETURN-" + count, null, Map.of());
        walk.submit(household, "step_survey");
        walk.submit(household, "step_postSurvey", Map.of("remark", "贴在村口"));
        returns.to(walk.step(household, "step_siteSurvey").taskId(), "step_postSurvey", "照片不清", false);
        returns.to(walk.step(household, "step_postSurvey").taskId(), "step_survey", "面积有误", false);
        walk.submit(household, "step_survey");
        Step third = walk.step(household, "step_postSurvey");
        assertThat(third.round()).isEqualTo(3);
        assertThat(walk.held(third)).containsEntry("remark", "贴在村口");
    }

    private String forked() {
        engine.deploy("forked", Map.of("forked.bpmn", FORK.getBytes(StandardCharsets.UTF_8)));
        String key = "FORK-" + ++count;
        engine.start("forked", key, Map.of("project", key));
        return key;
    }
}
