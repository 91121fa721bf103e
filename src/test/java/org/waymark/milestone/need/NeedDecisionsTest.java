package org.waymark.milestone.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities;
import org.waymark.project.life.Quantities.Report;
import org.waymark.project.portfolio.Finding;
import org.waymark.project.portfolio.Portfolio;

/** What the office decides of needs after the opening: one more, or one that is not waited for any longer. */
@WaymarkTest
class NeedDecisionsTest {

    @Autowired
    Needs needs;

    @Autowired
    NeedDecisions decisions;

    @Autowired
    NeedTable table;

    @Autowired
    Projects projects;

    @Autowired
    Quantities quantities;

    @Autowired
    Milestones milestones;

    @Autowired
    ChangeLog log;

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String graves = "GRAVES-" + key;
    private final String road = "ROAD-" + key;
    private final String bridge = "BRIDGE-" + key;
    private final String cemetery = "CEMETERY-" + key;

    @AfterEach
    void inNobodysLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @BeforeEach
    void aCemeteryOfAHundredPlaces() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(
                cemetery,
                List.of(new Quantity("places", "墓穴", "Places", "穴", new BigDecimal("100"), BigDecimal.ZERO))));
    }

    @Test
    void theOfficeLetsAProjectGoOnWithoutItOnce() {
        open("50");
        projects.cancel(cemetery, "规划调整");
        look();
        assertThat(state(graves)).isEqualTo(State.OPEN);
        long need = needs.of(graves).get(0).id();
        decisions.waive(need, "改迁镇公墓", "芦政〔2021〕8号");
        decisions.waive(need, "另一个理由", "芦政〔2021〕9号");
        look();
        assertThat(state(graves)).isEqualTo(State.REACHED);
        assertThat(needs.on(cemetery)).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(NeedState.Status.WAIVED);
            assertThat(one.waiver().reason()).isEqualTo("改迁镇公墓");
            assertThat(one.waiver().document()).isEqualTo("芦政〔2021〕8号");
        });
        assertThat(needs.never()).noneMatch(one -> one.id() == need);
        assertLoggedOnBoth("need.waived", "改迁镇公墓 · 芦政〔2021〕8号");
    }

    @Test
    void twoWhoWaiveAtTheSameMomentLetItGoOnOnce() {
        open("50");
        long need = needs.of(graves).get(0).id();
        Runnable waive = () -> decisions.waive(need, "改迁镇公墓", "芦政〔2021〕8号");
        assertThat(Together.overlapping(transaction, db, waive::run, waive::run))
                .containsOnlyNulls();
        assertLoggedOnBoth("need.waived", "改迁镇公墓 · 芦政〔2021〕8号");
    }

    @Test
    void whatIsMetOrHasNoReasonOrDocumentIsNotWaived() {
        open("50");
        long need = needs.of(graves).get(0).id();
        assertThatThrownBy(() -> decisions.waive(need, " ", "8号")).hasMessage("Please give a reason.");
        assertThatThrownBy(() -> decisions.waive(need, "改迁", ""))
                .hasMessage("Please give the number of the document that decided it.");
        did("50");
        assertThatThrownBy(() -> decisions.waive(need, "改迁", "8号")).hasMessageStartingWith("This is met already");
        assertThat(needs.of(graves)).singleElement().returns(null, NeedState::waiver);
    }

    @Test
    void oneMoreNeedIsRecordedOnceAndHoldsTheProjectUp() {
        projects.open(WaitingDiagram.project(graves, List.of()));
        Map<String, String> fields =
                Map.of("milestone", "milestone_first", "project", cemetery, "quantity", "places", "atLeast", "50");
        decisions.record(graves, fields);
        decisions.record(graves, fields);
        walk.jobs(graves);
        look();
        assertThat(needs.of(graves)).hasSize(1);
        assertThat(state(graves)).isEqualTo(State.OPEN);
        assertLoggedOnBoth("need.recorded", null);
        did("50");
        look();
        assertThat(state(graves)).isEqualTo(State.REACHED);
    }

    @Test
    void whatCanNeverBeMetIsNotRecorded() {
        aRoadAndABridge();
        assertWrong("need.self", road, "milestone_works", "project", road, "reached", "milestone_start");
        assertWrong("need.unknown", road, "milestone_works", "project", "NOBODY", "reached", "milestone_start");
        assertWrong("milestone.unknown", road, "milestone_works", "project", bridge, "reached", "milestone_none");
        assertWrong("milestone.unknown", road, "milestone_none", "project", bridge, "reached", "milestone_start");
        assertWrong("need.quantity", road, "milestone_works", "project", bridge, "quantity", "km", "atLeast", "2");
        assertWrong("need.form", road, "milestone_works", "project", bridge);
        decisions.record(bridge, Map.of("milestone", "milestone_start", "project", road, "reached", "milestone_works"));
        assertWrong("need.circle", road, "milestone_works", "project", bridge, "reached", "milestone_handover");
        projects.cancel(bridge, "规划调整");
        assertWrong("need.ended", road, "milestone_works", "project", bridge, "reached", "milestone_start");
        assertThat(needs.of(road)).isEmpty();
    }

    @Test
    void aWaivedNeedClosesNoCircle() {
        aRoadAndABridge();
        decisions.record(bridge, Map.of("milestone", "milestone_start", "project", road, "reached", "milestone_works"));
        decisions.waive(needs.of(bridge).get(0).id(), "分开施工", "芦政〔2021〕8号");
        decisions.record(road, Map.of("milestone", "milestone_works", "project", bridge, "reached", "milestone_start"));
        assertThat(needs.of(road)).hasSize(1);
    }

    @Test
    void whatIsReachedOrSkippedOrPassedIsNotWaitedFor() {
        projects.open(WaitingDiagram.project(graves, List.of()));
        Map<String, String> first =
                Map.of("milestone", "milestone_first", "project", cemetery, "reached", "milestone_first");
        db.sql("update milestone set state = 'SKIPPED' where project = ? and element = 'milestone_first'")
                .params(cemetery)
                .update();
        assertThatThrownBy(() -> decisions.record(graves, first))
                .hasMessageContaining("will not come to the chosen milestone");
        db.sql("update milestone set state = 'REACHED' where project = ? and element = 'milestone_first'")
                .params(cemetery)
                .update();
        assertThatThrownBy(() -> decisions.record(graves, first)).hasMessageContaining("has come so far already");
        walk.jobs(graves);
        look();
        assertThat(state(graves)).isEqualTo(State.REACHED);
        assertThatThrownBy(() -> decisions.record(
                        graves,
                        Map.of("milestone", "milestone_first", "project", cemetery, "reached", "milestone_second")))
                .hasMessageContaining("gone past the waiting point");
        assertThat(needs.of(graves)).isEmpty();
    }

    private void assertLoggedOnBoth(String what, String reason) {
        for (String project : List.of(graves, cemetery)) {
            assertThat(log.of(project))
                    .filteredOn(row -> row.what().equals(what))
                    .singleElement()
                    .returns(reason, ChangeLog.Recorded::reason);
            assertThat(log.firstBroken(project)).isEmpty();
        }
    }

    private void aRoadAndABridge() {
        List.of(road, bridge).forEach(one -> projects.open(Walk.project(one, "simple-project", null)));
    }

    private void assertWrong(String key, String project, String milestone, String... others) {
        Map<String, String> fields = new HashMap<>(Map.of("milestone", milestone));
        for (int i = 0; i < others.length; i += 2) {
            fields.put(others[i], others[i + 1]);
        }
        assertThatThrownBy(() -> decisions.record(project, fields))
                .isInstanceOfSatisfying(Portfolio.Wrong.class, wrong -> assertThat(
                                wrong.preview().wrong())
                        .extracting(Finding::key)
                        .containsExactly(key));
    }

    private void open(String atLeast) {
        Need need = new Need(graves, "milestone_first", cemetery, null, "places", new BigDecimal(atLeast), null);
        projects.open(WaitingDiagram.project(graves, List.of(), need));
        walk.jobs(graves);
    }

    private void did(String total) {
        quantities.did(
                cemetery, "places", new BigDecimal(total), new Report(null, LocalDate.now(clock), "验收单1号", null));
    }

    private void look() {
        table.asked().stream()
                .filter(place -> place.project().endsWith(key))
                .forEach(place -> needs.look(place.project(), place.milestone()));
    }

    private State state(String project) {
        return milestones.find(project, "milestone_first").orElseThrow().state();
    }
}
