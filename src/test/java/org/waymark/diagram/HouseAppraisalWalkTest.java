package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One household through its appraisal: what normally happens, every branch, every stage one can come in at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseAppraisalWalkTest {

    private static final String SURVEY = "step_survey access=ok,unregistered=false > ";
    private static final String FIX = "step_fixValue > end_valueFixed";
    private static final String LAPSE = "boundary_reviewLapses > " + FIX;
    private static final String SERVE = "step_serveReport > ";
    private static final String REPORT = "step_closePosting corrected=false > step_issueReport > " + SERVE;
    private static final String POST = "step_postPreliminary > timer_posting > ";
    private static final String VALUE = "step_preliminary > " + POST;
    private static final String INSPECT = "step_siteSurvey > " + VALUE + REPORT;
    private static final String FROM_POSTED = "step_postSurvey > " + INSPECT;
    private static final String REVIEW = "step_reviewRequest > step_review > step_serveReview > ";
    private static final String EXPERT = "step_expertRequest > step_expert ";

    private final DiagramWalk walk = new DiagramWalk("house-appraisal");

    static Stream<Arguments> branches() {
        return Stream.of(
                branch("nobody objects", SURVEY + FROM_POSTED + LAPSE),
                branch(
                        "an unregistered building",
                        "step_survey access=ok,unregistered=true > approval_identify > " + FROM_POSTED + LAPSE),
                branch(
                        "refused, then admitted",
                        "step_survey access=refused > step_handleRefusal refusalOutcome=admitted > " + SURVEY
                                + FROM_POSTED + LAPSE),
                branch(
                        "refused, measured with a witness",
                        "step_survey access=refused > step_handleRefusal refusalOutcome=witnessed,unregistered=false > "
                                + FROM_POSTED + LAPSE),
                branch(
                        "refused, an unregistered building seen from outside",
                        "step_survey access=refused > step_handleRefusal refusalOutcome=witnessed,unregistered=true"
                                + " > approval_identify > " + FROM_POSTED + LAPSE),
                branch(
                        "a dispute that is settled",
                        "step_survey access=disputed > step_resolveDispute disputeOutcome=settled > " + SURVEY
                                + FROM_POSTED + LAPSE),
                branch(
                        "a dispute left to the courts holds nobody up",
                        "step_survey access=disputed > step_resolveDispute disputeOutcome=open > end_disputed"),
                branch(
                        "corrected twice, posted anew each time",
                        SURVEY + "step_postSurvey > step_siteSurvey > " + VALUE + "step_closePosting corrected=true > "
                                + VALUE + "step_closePosting corrected=true > " + VALUE + REPORT + LAPSE),
                branch("a review ends it", SURVEY + FROM_POSTED + REVIEW + "boundary_expertLapses > " + FIX),
                branch(
                        "the experts uphold the review",
                        SURVEY + FROM_POSTED + REVIEW + EXPERT + "upheld=true > step_serveExpert > " + FIX),
                branch(
                        "the experts have the report corrected",
                        SURVEY + FROM_POSTED + REVIEW + EXPERT
                                + "upheld=false > step_correctReport > step_serveExpert > " + FIX));
    }

    static Stream<Arguments> stages() {
        String survey = SURVEY + FROM_POSTED + LAPSE;
        return Stream.of(
                branch("entry", survey),
                branch("refused", "step_handleRefusal refusalOutcome=admitted > " + survey),
                branch("disputed", "step_resolveDispute disputeOutcome=settled > " + survey),
                branch("identify", "approval_identify > " + FROM_POSTED + LAPSE),
                branch("surveyed", FROM_POSTED + LAPSE),
                branch("inspect", INSPECT + LAPSE),
                branch("preliminary", VALUE + REPORT + LAPSE),
                branch("prelimReady", POST + REPORT + LAPSE),
                branch("posting", "timer_posting > " + REPORT + LAPSE),
                branch("postingOver", REPORT + LAPSE),
                branch("report", "step_issueReport > " + SERVE + LAPSE),
                branch("service", SERVE + LAPSE),
                branch("served", LAPSE),
                branch("review", "step_review > step_serveReview > boundary_expertLapses > " + FIX),
                branch("reviewDone", "step_serveReview > boundary_expertLapses > " + FIX),
                branch("reviewServed", "boundary_expertLapses > " + FIX),
                branch("expert", "step_expert upheld=false > step_correctReport > step_serveExpert > " + FIX),
                branch("expertDone", "step_serveExpert > " + FIX),
                branch("value", FIX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("branches")
    void everyBranchComesToItsEnd(String name, String script) {
        walk.walk(List.of(), Map.of(), script);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    void aHouseholdUnderWayComesInAtItsStage(String stage, String script) {
        walkFromStage(stage, script);
    }

    private void walkFromStage(String stage, String script) {
        String entry = properties().get("stage." + stage);
        String variables = properties().getOrDefault("stage." + stage + ".variables", "");
        Map<String, Object> card = new HashMap<>();
        for (String pair : variables.isEmpty() ? new String[0] : variables.split(",\\s*")) {
            card.put(pair.split("=")[0], Boolean.valueOf(pair.split("=")[1]));
        }
        walk.walk(List.of(entry.split(" ")), card, script);
    }

    @Test
    void noStageIsForgotten() {
        List<String> walked = stages().map(stage -> "stage." + stage.get()[0]).toList();
        assertThat(properties().keySet())
                .filteredOn(name -> name.matches("stage\\.\\w+"))
                .containsExactlyInAnyOrderElementsOf(walked);
    }

    @Test
    void noElementIsLeftUnwalkedAndEveryRuleIsAskedFor() {
        branches().forEach(branch -> walk.walk(List.of(), Map.of(), (String) branch.get()[1]));
        stages().forEach(stage -> walkFromStage((String) stage.get()[0], (String) stage.get()[1]));
        List<String> elements = Bpmn.readModelFromFile(new File("bpmn/house-appraisal.bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .toList();
        assertThat(walk.visited()).containsAll(elements);
        assertThat(walk.asked())
                .contains(
                        "elapsed HA-PRELIM-POST",
                        "due HA-REVIEW-REQ",
                        "lapse HA-REVIEW-REQ",
                        "due HA-REVIEW-DO",
                        "due HA-EXPERT-REQ",
                        "lapse HA-EXPERT-REQ",
                        "due HA-EXPERT-DO");
    }

    @AfterAll
    void stop() {
        walk.close();
    }

    private static Map<String, String> properties() {
        Map<String, String> found = new HashMap<>();
        Bpmn.readModelFromFile(new File("bpmn/house-appraisal.bpmn"))
                .getModelElementsByType(CamundaProperty.class)
                .forEach(property -> found.put(property.getCamundaName(), property.getCamundaValue()));
        return found;
    }

    private static Arguments branch(String name, String script) {
        return Arguments.of(name, script);
    }
}
