package org.waymark.milestone.need;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.engine.Engine;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;

/** A diagram of two milestones, the first of which waits for other projects, and projects that follow it. */
public final class WaitingDiagram {

    private static final String BPMN =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://waymark.example/bpmn">
              <bpmn:message id="message_definition" name="needs.met" />
              <bpmn:process id="waiting" name="等待" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start_project"><bpmn:outgoing>flow_a</bpmn:outgoing></bpmn:startEvent>
                <bpmn:subProcess id="milestone_first" name="一" camunda:asyncBefore="true">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="weight" value="50" /><camunda:property name="workdays" value="5" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:outgoing>flow_b</bpmn:outgoing>
                  <bpmn:startEvent id="start_first"><bpmn:outgoing>flow_1</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:serviceTask id="do_awaitNeeds" camunda:delegateExpression="${awaitNeeds}">
                    <bpmn:outgoing>flow_2</bpmn:outgoing></bpmn:serviceTask>
                  <bpmn:intermediateCatchEvent id="message_needsMet"><bpmn:outgoing>flow_3</bpmn:outgoing>
                    <bpmn:messageEventDefinition messageRef="message_definition" /></bpmn:intermediateCatchEvent>
                  <bpmn:endEvent id="end_first" />
                  <bpmn:sequenceFlow id="flow_1" sourceRef="start_first" targetRef="do_awaitNeeds" />
                  <bpmn:sequenceFlow id="flow_2" sourceRef="do_awaitNeeds" targetRef="message_needsMet" />
                  <bpmn:sequenceFlow id="flow_3" sourceRef="message_needsMet" targetRef="end_first" />
                </bpmn:subProcess>
                <bpmn:subProcess id="milestone_second" name="二" camunda:asyncBefore="true">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="weight" value="50" /><camunda:property name="workdays" value="5" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:outgoing>flow_c</bpmn:outgoing>
                  <bpmn:startEvent id="start_second"><bpmn:outgoing>flow_4</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:endEvent id="end_second" />
                  <bpmn:sequenceFlow id="flow_4" sourceRef="start_second" targetRef="end_second" />
                </bpmn:subProcess>
                <bpmn:endEvent id="end_project" />
                <bpmn:sequenceFlow id="flow_a" sourceRef="start_project" targetRef="milestone_first" />
                <bpmn:sequenceFlow id="flow_b" sourceRef="milestone_first" targetRef="milestone_second" />
                <bpmn:sequenceFlow id="flow_c" sourceRef="milestone_second" targetRef="end_project" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    private WaitingDiagram() {}

    public static void deploy(Engine engine) {
        engine.deploy("waiting", Map.of("waiting.bpmn", BPMN.getBytes(StandardCharsets.UTF_8)));
    }

    public static Opening project(String code, List<Quantity> quantities, Need... needs) {
        return new Opening(
                code,
                "waiting",
                "等待的项目",
                "Waiting project",
                "leader",
                "manager",
                "hsr",
                LocalDate.of(2021, 6, 1),
                null,
                null,
                Map.of(),
                Map.of(),
                new Plan("resettlement", null, null, quantities, List.of(needs), List.of(), Set.of()));
    }
}
