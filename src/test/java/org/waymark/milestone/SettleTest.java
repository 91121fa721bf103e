package org.waymark.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Rows;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.evidence.Evidence;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Projects;

/** What no token can come to any more is skipped: once, by the version of the diagram the project follows. */
@WaymarkTest
class SettleTest {

    private static final String TWO_IN_A_ROW =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://waymark.example/bpmn">
              <bpmn:process id="two-in-a-row" name="两节点" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start_project"><bpmn:outgoing>flow_a</bpmn:outgoing></bpmn:startEvent>
                <bpmn:subProcess id="milestone_first" name="一" camunda:asyncBefore="true">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="weight" value="1" /><camunda:property name="workdays" value="5" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:outgoing>flow_b</bpmn:outgoing>
                  <bpmn:startEvent id="start_first"><bpmn:outgoing>flow_first</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:endEvent id="end_first" />
                  <bpmn:sequenceFlow id="flow_first" sourceRef="start_first" targetRef="end_first" />
                </bpmn:subProcess>
                <bpmn:subProcess id="milestone_second" name="二" camunda:asyncBefore="true">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="weight" value="1" /><camunda:property name="workdays" value="5" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:outgoing>flow_c</bpmn:outgoing>
                  <bpmn:startEvent id="start_second"><bpmn:outgoing>flow_second</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:endEvent id="end_second" />
                  <bpmn:sequenceFlow id="flow_second" sourceRef="start_second" targetRef="end_second" />
                </bpmn:subProcess>
                <bpmn:endEvent id="end_project" />
                <bpmn:sequenceFlow id="flow_a" sourceRef="start_project" targetRef="milestone_first" />
                <bpmn:sequenceFlow id="flow_b" sourceRef="milestone_first" targetRef="milestone_second" />
                <bpmn:sequenceFlow id="flow_c" sourceRef="milestone_second" targetRef="end_project" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Engine engine;

    @Autowired
    Evidence evidence;

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String project =
            "SETTLE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @Test
    void aNewVersionOfTheDiagramLeavesARunningProjectAlone() {
        deploy(TWO_IN_A_ROW);
        projects.open(new Opening(
                project,
                "two-in-a-row",
                "两节点",
                "Two in a row",
                "leader",
                "manager",
                "hsr",
                LocalDate.now(clock),
                null,
                null,
                Map.of(),
                Map.of(),
                Plan.of("resettlement")));
        deploy(TWO_IN_A_ROW.replace("milestone_first", "milestone_one").replace("milestone_second", "milestone_two"));

        milestones.settle(project);

        assertThat(milestones.find(project, "milestone_second").orElseThrow().state())
                .isEqualTo(State.PLANNED);
    }

    @Test
    void twoNodesSettleOnce() {
        projects.open(Walk.project(project));
        projects.cancel(project, "项目取消");
        plannedAgain("milestone_archive");

        var failures = Together.overlapping(
                transaction, db, () -> milestones.settle(project), () -> milestones.settle(project));

        assertThat(failures).containsOnlyNulls();
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("milestone.cancelled")
                        && row.subject().equals("milestone_archive"))
                .as("once when it was cancelled and once now")
                .hasSize(2);
    }

    @Test
    void onlyRunningProjectsWithSomethingPlannedAreSettled() {
        projects.open(Walk.project(project));
        assertThat(milestones.unsettled()).contains(project);
        projects.cancel(project, "项目取消");
        plannedAgain("milestone_archive");
        assertThat(milestones.unsettled()).doesNotContain(project);
    }

    @Test
    void aProjectThatCannotBeSettledHoldsUpNoOther() {
        String broken = "A-" + project;
        String another = "B-" + project;
        new Rows(db, clock, broken).project();
        new Rows(db, clock, another).project();
        db.sql("update milestone set state = 'PLANNED' where project in (?, ?)")
                .params(broken, another)
                .update();
        db.sql("update project set process_instance = 'gone' where code = ?")
                .params(broken)
                .update();
        try {
            new MilestoneWork(milestones, evidence).settle();
            assertThat(milestones
                            .find(another, "milestone_appraisal")
                            .orElseThrow()
                            .state())
                    .isEqualTo(State.SKIPPED);
        } finally {
            new Rows(db, clock, broken).state("CANCELLED");
        }
    }

    private void deploy(String diagram) {
        engine.deploy("two-in-a-row", Map.of("two-in-a-row.bpmn", diagram.getBytes(StandardCharsets.UTF_8)));
    }

    private void plannedAgain(String element) {
        db.sql("update milestone set state = 'PLANNED' where project = ? and element = ?")
                .params(project, element)
                .update();
    }
}
