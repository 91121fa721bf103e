package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.step.Step;

/** A household asked in time and we typed it in too late: its right is not lost by that, and not made longer either. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=late")
class LateRequestTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Engine engine;

    @Autowired
    DemoClock clock;

    private final String project = "LATE-" + ++count;
    private final String household = Desk.household(project);
    private LocalDate served;

    @BeforeEach
    void theReviewPeriodHasRunOut() {
        served = desk.today();
        Step right = desk.open(project, "served", Map.of("reportServed", served));
        assertThat(right.element()).isEqualTo("step_reviewRequest");
        days(16);
        assertThat(walk.open(household)).containsExactly("step_fixValue");
    }

    @Test
    void whatCameInTimeIsRegisteredAfterAll() {
        Step request = reopened();
        assertThat(request.dueOn()).isBefore(desk.today());
        walk.submit(
                household,
                request.element(),
                Map.of("requestedOn", served.plusDays(9).toString()));
        assertThat(walk.open(household)).containsExactly("step_review");
    }

    @Test
    void whatCameTooLateIsNot() {
        Step request = reopened();
        var refused = desk.save(
                desk.signedIn("cadre"),
                request,
                walk.filled(request, Map.of("requestedOn", desk.today().toString())),
                0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("已超过申请期限");
    }

    @Test
    void whereNothingIsRegisteredTheCaseGoesOnAgain() {
        reopened();
        walk.jobs(project);
        assertThat(walk.open(household)).containsExactly("step_reviewRequest");
        days(6);
        assertThat(walk.open(household)).containsExactly("step_fixValue");
    }

    private Step reopened() {
        Step value = walk.step(household, "step_fixValue");
        String person = Walk.owner(value);
        Browser browser = desk.signedIn(person);
        engine.assign(value.taskId(), person);
        String back = "{\"target\":\"step_reviewRequest\",\"reason\":\"期内已收到申请，漏登\"}";
        var answer = browser.call("POST", "/ui/steps/" + value.taskId() + "/return", back);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return walk.step(household, "step_reviewRequest");
    }

    private void days(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
        walk.jobs(project);
    }
}
