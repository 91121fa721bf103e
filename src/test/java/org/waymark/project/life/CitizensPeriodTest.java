package org.waymark.project.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** Our suspension makes a citizen's period neither shorter nor longer, and costs no right (ADR 10). */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=citizen")
class CitizensPeriodTest {

    @Autowired
    Stops stops;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Engine engine;

    @Autowired
    DemoClock clock;

    private final String project =
            "CITIZEN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String household = Desk.household(project);
    private LocalDate served;
    private Step right;

    @BeforeEach
    void aHouseholdMayAskForAReview() {
        served = desk.today();
        right = desk.open(project, "served", Map.of("reportServed", served));
        assertThat(right.holder()).isEqualTo("THEIRS");
        stops.suspend(project, "资金未到位", "芦政〔2021〕1号");
        follow();
    }

    @Test
    void aPeriodThatRanOutMeanwhileEndsWhenTheProjectGoesOn() {
        days(40);
        assertThat(walk.open(household)).as("its timer stands still").containsExactly("step_reviewRequest");
        resume();
        assertThat(walk.open(household)).containsExactly("step_fixValue");
        assertThat(steps.of(right.taskId()))
                .returns(Step.State.LAPSED, Step::state)
                .returns(right.dueOn(), Step::dueOn);
    }

    @Test
    void whatWasAskedForInTimeIsRegisteredAfterwards() {
        days(40);
        resume();
        Step value = walk.step(household, "step_fixValue");
        engine.assign(value.taskId(), Walk.owner(value));
        var back = desk.signedIn(Walk.owner(value))
                .call(
                        "POST",
                        "/ui/steps/" + value.taskId() + "/return",
                        "{\"target\":\"step_reviewRequest\",\"reason\":\"中止期间已收到申请\"}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        walk.submit(
                household,
                "step_reviewRequest",
                Map.of("requestedOn", served.plusDays(9).toString()));
        assertThat(walk.open(household)).containsExactly("step_review");
    }

    @Test
    void aPeriodThatStillRunsEndsOnItsOwnDay() {
        days(5);
        resume();
        assertThat(walk.open(household)).containsExactly("step_reviewRequest");
        assertThat(walk.step(household, "step_reviewRequest").dueOn()).isEqualTo(right.dueOn());
        days(11);
        assertThat(walk.open(household)).containsExactly("step_fixValue");
    }

    private void resume() {
        stops.resume(project, "资金已到位", "芦政〔2021〕2号");
        follow();
        walk.jobs(project);
    }

    private void follow() {
        while (stops.chunk(stops.of(project).get(0).id())) {
            // until all follow
        }
    }

    private void days(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
        walk.jobs(project);
    }
}
