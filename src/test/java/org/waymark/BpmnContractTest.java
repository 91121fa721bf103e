package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.template.contract.Contract;
import org.waymark.template.contract.Finding;

/** Every diagram keeps the contract, and each rule of the contract finds the diagram that breaks it. */
@WaymarkTest
class BpmnContractTest {

    private static final String CASE = "house-appraisal";
    private static final String PROJECT = "resettlement-project";

    @Autowired
    ApplicationContext context;

    @Autowired
    Contract contract;

    static Stream<String> diagrams() {
        return Arrays.stream(new File("bpmn").list()).filter(name -> name.endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyDiagramKeepsTheContract(String file) {
        assertThat(DraftDiagram.of(file.replace(".bpmn", "")).checkedBy(contract))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            executable   | house-appraisal      | isExecutable="true"                            | isExecutable="false"
            history      | house-appraisal      | camunda:historyTimeToLive="P3650D"             | camunda:versionTag="1"
            id           | house-appraisal      | end_disputed                                   | Ende
            english      | house-appraisal      | name="en" value="Survey the household"                 | name="xx" value="x"
            script       | resettlement-project | <bpmn:endEvent id="end_project"                | <bpmn:scriptTask id="do_script" /><bpmn:endEvent id="end_project"
            bean         | resettlement-project | ${openCases}                                   | ${openCase}
            bean         | house-appraisal      | ${deadline.workdays(5)}                        | ${dataSource.getConnection()}
            period       | house-appraisal      | 'HA-PRELIM-POST'                               | 'HA-PRELIM'
            group        | house-appraisal      | camunda:candidateGroups="land"                 | camunda:priority="1"
            due          | house-appraisal      | ${deadline.workdays(15)}                       | P15D
            form         | house-appraisal      | house-appraisal/step_survey.html               | house-appraisal/survey.html
            anchor       | house-appraisal      | name="anchor" value="postingStarted"           | name="anchorField" value="postedUntil" /><camunda:property name="anchor" value="postingStarted"
            lapse        | house-appraisal      | ${deadline.lapse(                              | ${deadline.due(
            way          | house-appraisal      | default="flow_accessKnown"                     | camunda:asyncAfter="false"
            decision     | house-appraisal      | ${access == 'refused'}                         | ${access == 'denied'}
            decision     | house-appraisal      | ${access == 'refused'}                         | ${deadline.applies(object, 'HA-REVIEW-DO')}
            period       | house-appraisal      | ${access == 'refused'}                         | ${deadline.applies(execution.processBusinessKey, 'HA-NONE')}
            message      | resettlement-project | name="roster.closed"                           | name="roster.close"
            async        | resettlement-project | "milestone_scope" name="范围公告与冻结" camunda:asyncBefore="true" | "milestone_scope" name="范围公告与冻结"
            owner        | resettlement-project | name="owner" value="managers"                  | name="owners" value="managers"
            completion   | resettlement-project | name="rule" value="all"                        | name="rule" value="most"
            number       | resettlement-project | name="workdays" value="                        | name="workdays" value="x
            weights      | resettlement-project | name="weight" value="                          | name="weight" value="1
            after        | resettlement-project | name="after" value="milestone_appraisal"       | name="after" value="milestone_parcels"
            after        | resettlement-project | name="after" value="milestone_appraisal"       | name="after" value="milestone_gone"
            decision     | resettlement-project | ${deadline.applies(execution.processBusinessKey, 'LR-PRENOTICE')} | ${deadline.lapse(execution.processBusinessKey, 'LR-PRENOTICE')}
            stageElement | house-appraisal      | name="stage.posting" value="timer_posting"     | name="stage.posting" value="timer_gone"
            stage        | house-appraisal      | name="stage" value="surveyed"                  | name="stage" value="measured"
            """)
    void eachRuleFindsWhatBreaksIt(String rule, String diagram, String right, String wrong) {
        var draft = DraftDiagram.of(diagram).with(right, wrong);
        assertThat(draft.checkedBy(contract)).extracting(Finding::rule).contains(rule);
    }

    @Test
    void aGatewayMayAskWhetherAPeriodIsInForce() {
        var draft = DraftDiagram.of(CASE)
                .with("${access == 'refused'}", "${deadline.applies(execution.processBusinessKey, 'HA-REVIEW-DO')}");
        assertThat(draft.checkedBy(contract)).isEmpty();
    }

    @Test
    void theFileIsCalledAsItsProcess() {
        assertThat(DraftDiagram.of(CASE).named("appraisal.bpmn").checkedBy(contract))
                .extracting(Finding::rule)
                .containsExactly("file");
    }

    @Test
    void aFormThatDoesNotAskTheDayIsFound() {
        assertThat(DraftDiagram.of(CASE)
                        .withForm("step_survey", "happenedOn", "day")
                        .checkedBy(contract))
                .extracting(Finding::rule)
                .contains("happenedOn");
    }

    @Test
    void aBrokenFileIsToldInBothLanguages() {
        var draft = DraftDiagram.of(CASE).with("</bpmn:process>", "");
        assertThat(draft.saysIn("zh", contract)).contains("不是有效的 BPMN 文件").contains("house-appraisal.bpmn");
        assertThat(draft.saysIn("en", contract)).contains("no valid BPMN file");
    }

    @Test
    void aFileWithoutAProcessIsToldInBothLanguages() {
        var draft = DraftDiagram.ofNothing();
        assertThat(draft.checkedBy(contract)).extracting(Finding::rule).containsExactly("noProcess");
        assertThat(draft.saysIn("zh", contract)).contains("nothing.bpmn").contains("没有流程");
        assertThat(draft.saysIn("en", contract)).contains("nothing.bpmn").contains("no process");
    }

    @Test
    void aFlowToNowhereIsABrokenFile() {
        var draft = DraftDiagram.of(CASE).with("targetRef=\"step_postSurvey\"", "targetRef=\"step_gone\"");
        assertThat(draft.checkedBy(contract)).extracting(Finding::rule).containsExactly("xml");
    }

    @Test
    void anUnknownBeanIsToldInBothLanguages() {
        var draft = DraftDiagram.of(PROJECT).with("${openCases}", "${openCase}");
        assertThat(draft.saysIn("zh", contract))
                .contains("逐户开展评估 (do_openCases)")
                .contains("找不到 ${openCase} 所指的程序组件");
        assertThat(draft.saysIn("en", contract)).contains("there is no component ${openCase}");
    }

    /** Only one branch of a fork is in the stage: the join would wait for ever. */
    @Test
    void aStageThatCannotFinishIsToldInBothLanguages() {
        var draft = DraftDiagram.ofForkAndJoin("step_measure");
        assertThat(draft.saysIn("zh", contract)).contains("从 stage.half 开始会停在 gateway_join");
        assertThat(draft.saysIn("en", contract)).contains("started at stage stage.half it would stop at gateway_join");
        assertThat(DraftDiagram.ofForkAndJoin("step_measure step_photograph").checkedBy(contract))
                .isEmpty();
    }

    @Test
    void aStageThatRunsInACircleForEverIsFound() {
        var circle = DraftDiagram.ofForkAndJoin("step_measure step_photograph")
                .with("targetRef=\"end_fork\"", "targetRef=\"step_measure\"");
        assertThat(circle.checkedBy(contract)).extracting(Finding::rule).contains("end");
    }

    @Test
    void everySentenceOfTheContractIsThereInBothLanguages() {
        for (String rule : List.of("xml", "noProcess", "bean", "join", "end", "way")) {
            var finding = new Finding("x", "", rule, List.of("a", "b"));
            String zh = contract.sentence("a.bpmn", finding, java.util.Locale.CHINESE);
            String en = contract.sentence("a.bpmn", finding, java.util.Locale.ENGLISH);
            assertThat(zh).containsPattern(Pattern.compile("\\p{IsHan}")).doesNotContain("{");
            assertThat(en).doesNotContainPattern(Pattern.compile("\\p{IsHan}")).doesNotContain("{");
        }
    }

    @Test
    void everyDelegateIsUsedBySomeDiagram() {
        List<String> used = diagrams()
                .flatMap(file ->
                        Bpmn.readModelFromFile(new File("bpmn", file))
                                .getModelElementsByType(ServiceTask.class)
                                .stream())
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .toList();
        assertThat(used).contains(context.getBeanNamesForType(JavaDelegate.class));
    }
}
