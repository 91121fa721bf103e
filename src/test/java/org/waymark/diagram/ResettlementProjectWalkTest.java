package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project from its announcement to the filed results, on both kinds of land, and from every milestone on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResettlementProjectWalkTest {

    private static final String SCOPE = "milestone_scope > step_publishScope landKind=%s > step_notifyFreeze > ";
    private static final String AGENCY = "milestone_agency > step_consultAgency agencyAgreed=%s > ";
    private static final String VOTE = "milestone_agencyVote > step_voteAgency > ";
    private static final String COMMISSION = "milestone_commission > step_signCommission > ";
    private static final String APPRAISAL = "milestone_appraisal > message_rosterClosed > ";
    private static final String ARCHIVE =
            "milestone_archive > step_publishResults > approval_acceptResults accepted=true > end_project";
    private static final String FROM_COMMISSION = COMMISSION + APPRAISAL + ARCHIVE;

    private final DiagramWalk walk = new DiagramWalk("resettlement-project");

    @Test
    void onCollectiveLandTheHouseholdsAgreeOnAnAgency() {
        walk.walk(List.of(), Map.of(), SCOPE.formatted("collective") + AGENCY.formatted(true) + FROM_COMMISSION);
    }

    @Test
    void withoutAgreementTheyVote() {
        walk.walk(
                List.of(), Map.of(), SCOPE.formatted("collective") + AGENCY.formatted(false) + VOTE + FROM_COMMISSION);
    }

    @Test
    void onStateLandTheDaysToAgreeAreStatutory() {
        walk.walk(
                List.of(),
                Map.of(),
                SCOPE.formatted("state")
                        + "milestone_agency > step_announceDecision > step_consultState agencyAgreed=true > "
                        + FROM_COMMISSION);
        assertThat(walk.asked()).contains("due HA-AGENCY-AGREE");
    }

    @Test
    void onStateLandDaysThatRunOutLeadToTheVote() {
        walk.walk(
                List.of(),
                Map.of(),
                SCOPE.formatted("state") + "milestone_agency > step_announceDecision > boundary_agreementLapses > "
                        + VOTE + FROM_COMMISSION);
        assertThat(walk.asked()).contains("lapse HA-AGENCY-AGREE");
    }

    @Test
    void resultsNotAcceptedAreWorkedOnAgain() {
        walk.walk(
                List.of("milestone_archive"),
                Map.of(),
                "milestone_archive > step_publishResults > approval_acceptResults accepted=false > step_publishResults"
                        + " > approval_acceptResults accepted=true > end_project");
    }

    @ParameterizedTest
    @ValueSource(strings = {AGENCY, VOTE, COMMISSION, APPRAISAL, ARCHIVE})
    void aProjectUnderWayStartsAtAnyMilestone(String milestone) {
        String all = AGENCY.formatted(false) + VOTE + FROM_COMMISSION;
        String rest = all.substring(all.indexOf(milestone.formatted(false)));
        walk.walk(List.of(rest.split(" ")[0]), Map.of("landKind", "collective"), rest);
    }

    @AfterAll
    void stop() {
        walk.close();
    }
}
