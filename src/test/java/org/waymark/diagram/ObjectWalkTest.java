package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Projects;
import org.waymark.roster.Case;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** A household, graves and a parcel from their first step to their last, in the whole application, as the log tells it. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=objects")
class ObjectWalkTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster work;

    @Autowired
    Walk walk;

    @Autowired
    ChangeLog log;

    @Autowired
    DemoClock clock;

    private String project;

    @BeforeEach
    void openAProjectWithAllTracksUnderWay() {
        project = "WALK-" + ++count;
        projects.open(Walk.project(project, "resettlement-project", "underWay"));
        walk.jobs(project);
    }

    @Test
    void aHouseholdGoesFromItsSurveyToItsDemolition() {
        add("household", "H-0001");

        assertThat(story("H-0001", "appraisal", Map.of("access", "ok"), "step_reviewRequest"))
                .containsExactly(
                        "case.opened",
                        "step_survey",
                        "step_postSurvey",
                        "step_siteSurvey",
                        "step_preliminary",
                        "step_postPreliminary",
                        "step_closePosting",
                        "step_issueReport",
                        "step_serveReport",
                        "step_fixValue",
                        "case.closed end_valueFixed");
        assertThat(story(
                        "H-0001",
                        "demolition",
                        Map.of("signed", "true", "handed", "true", "accepted", "true", "closed", "true")))
                .containsExactly(
                        "case.opened",
                        "step_recognize",
                        "step_postRecognition",
                        "step_closePosting",
                        "step_sign",
                        "step_pay",
                        "step_handover",
                        "step_file",
                        "step_demolish",
                        "approval_accept",
                        "step_cancelTitle",
                        "step_resettle",
                        "approval_close",
                        "case.closed end_closed");
    }

    @Test
    void aClaimedGraveIsMovedAndPaid() {
        add("grave", "G-0001");
        assertThat(story(
                        "G-0001",
                        "graves",
                        Map.of("way", "place", "disputed", "false", "nonstandard", "false", "accepted", "true")))
                .containsExactly(
                        "case.opened",
                        "step_mark",
                        "step_postNotice",
                        "step_registerKin",
                        "step_verifyKin",
                        "step_postClaim",
                        "step_closePosting",
                        "step_agree",
                        "step_choosePlace",
                        "step_move",
                        "approval_accept",
                        "step_pay",
                        "case.closed end_relocated");
    }

    @Test
    void anUnclaimedGraveIsMovedWithItsChainOfEvidence() {
        add("grave", "G-0001");
        assertThat(story("G-0001", "graves", Map.of(), "step_registerKin", "step_secondClaim"))
                .containsExactly(
                        "case.opened",
                        "step_mark",
                        "step_postNotice",
                        "step_secondNotice",
                        "step_evidence",
                        "step_relocateUnclaimed",
                        "step_storeRemains",
                        "approval_acceptUnclaimed",
                        "case.closed end_unclaimed");
    }

    @Test
    void aParcelIsPaidBeforeItIsHandedOver() {
        add("parcel", "D-001");
        assertThat(story("D-001", "parcels", Map.of("signed", "true", "handed", "true")))
                .containsExactly(
                        "case.opened",
                        "step_survey",
                        "step_postSurvey",
                        "step_closePosting",
                        "step_register",
                        "step_sign",
                        "step_pay",
                        "step_handover",
                        "case.closed end_handedOver");
    }

    private void add(String kind, String number) {
        roster.add(
                project,
                kind,
                List.of(new NewObject(
                        number,
                        "户主 001",
                        "luxi",
                        "1组",
                        null,
                        BigDecimal.valueOf(2),
                        3,
                        "cadre",
                        null,
                        null,
                        Map.of(),
                        null)));
        work.openRequested();
    }

    /** Walks a case to its end; periods of {@code unused} rights run out. What the change log tells of it, in order. */
    private List<String> story(String number, String track, Map<String, String> decisions, String... unused) {
        String key = "%s:%s:%s:1".formatted(project, number, track);
        for (int i = 0; i < 80 && state(key) == Case.State.OPEN; i++) {
            List<String> open = walk.open(key);
            if (open.isEmpty() || List.of(unused).contains(open.get(0))) {
                clock.moveTo(clock.instant().plus(Duration.ofDays(5)));
                walk.jobs(project);
            } else {
                Map<String, Object> asked = new HashMap<>(decisions);
                asked.keySet().removeIf(field -> !walk.asks(walk.step(key, open.get(0)), field));
                walk.submit(key, open.get(0), asked);
            }
        }
        work.work();
        assertThat(log.firstBroken(key)).isEmpty();
        return log.of(key).stream()
                .filter(row ->
                        List.of("case.opened", "step.done", "case.closed").contains(row.what()))
                .map(row -> switch (row.what()) {
                    case "step.done" -> row.subject();
                    case "case.closed" -> "case.closed " + row.reason();
                    default -> row.what();
                })
                .toList();
    }

    private Case.State state(String key) {
        return roster.casesOf(roster.find(project, key.split(":")[1]).orElseThrow()).stream()
                .filter(one -> one.caseKey().equals(key))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
