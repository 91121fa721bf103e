package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.Desk.task;

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
import org.waymark.deadline.Anchors;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.deadline.ledger.PeriodRefused;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.roster.Roster;

/** Once a citizen's period ran out, nobody changes the day it ran from behind it. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=backDating")
class BackDatingTest {

    private static final String EVENT = "reportServed";
    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Roster objects;

    @Autowired
    Engine engine;

    @Autowired
    Anchors anchors;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    DemoClock clock;

    private final String project = "BACKDATE-" + ++count;
    private final String household = Desk.household(project);
    private LocalDate served;

    @BeforeEach
    void theReviewPeriodHasRunOut() {
        Step serve = desk.open(project, "service", Map.of());
        served = desk.today();
        walk.submit(household, serve.element());
        clock.moveTo(clock.instant().plus(Duration.ofDays(16)));
        walk.jobs(project);
        assertThat(walk.open(household)).containsExactly("step_fixValue");
    }

    @Test
    void noCodeThatRecordsTheDayAnewIsListenedTo() {
        for (LocalDate other : new LocalDate[] {served.minusDays(5), served.plusDays(5)}) {
            assertThatThrownBy(() -> anchors.record(household, EVENT, other, null, "office"))
                    .isInstanceOf(PeriodRefused.class);
        }
        anchors.record(household, EVENT, served, "回证补号", "office");
        assertThat(ledger.of(household)).extracting(LegalPeriod::anchorOn).containsExactly(served);
    }

    @Test
    void afterAReturnAnEarlierDayIsRefusedInASentence() {
        Step serve = sentBack();
        Browser cadre = desk.signedIn("cadre");
        String early = served.minusDays(5).toString();
        assertThat(desk.save(cadre, serve, walk.filled(serve, Map.of("servedOn", early, "lateReason", "x")), 0)
                        .statusCode())
                .isEqualTo(200);
        var refused = cadre.call("POST", task(serve).replace("/default/", "/backDating/") + "/submit-form", "{}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("自 " + served + " 起算", "起算日不能再改");
        assertThat(steps.of(serve.taskId()).state()).isEqualTo(Step.State.OPEN);
        assertThat(anchors.latest(household, EVENT)).contains(served);
    }

    @Test
    void anotherRunOfTheCaseBringsNoEarlierDay() {
        walk.submit(household, "step_fixValue", Map.of("lateReason", "x"));
        String before = served.minusDays(1).toString();
        assertThatThrownBy(() -> objects.reopen(household, "served", Map.of(EVENT, LocalDate.parse(before)), "重新登记送达"))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("HA-REVIEW-REQ", served.toString());
        objects.reopen(household, "served", Map.of(EVENT, desk.today()), "法院判决重新送达");
    }

    @Test
    void whoeverIsNotTheOneItIsGivenToCannotEither() {
        Step serve = sentBack();
        for (String person : new String[] {"office", "leader", "manager", "admin"}) {
            var refused = desk.save(
                    desk.signedIn(person),
                    serve,
                    walk.filled(serve, Map.of("servedOn", served.minusDays(5).toString())),
                    0);
            assertThat(refused.statusCode()).as(person).isBetween(400, 403);
        }
        assertThat(anchors.latest(household, EVENT)).contains(served);
    }

    @Test
    void servedAgainAfterAReturnTheCitizenHasAWholeNewPeriod() {
        Step serve = sentBack();
        LocalDate again = desk.today();
        walk.submit(household, serve.element(), Map.of("servedOn", again.toString(), "lateReason", "x"));
        assertThat(ledger.of(household))
                .filteredOn(period -> period.rule().equals("HA-REVIEW-REQ"))
                .extracting(LegalPeriod::anchorOn, LegalPeriod::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(served, State.LAPSED),
                        org.assertj.core.groups.Tuple.tuple(again, State.RUNNING));
    }

    private Step sentBack() {
        Step value = walk.step(household, "step_fixValue");
        String person = Walk.owner(value);
        Browser browser = desk.signedIn(person);
        engine.assign(value.taskId(), person);
        String back = "{\"target\":\"step_serveReport\",\"reason\":\"送达回证有误\"}";
        var answer = browser.call("POST", "/ui/steps/" + value.taskId() + "/return", back);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return walk.step(household, "step_serveReport");
    }
}
