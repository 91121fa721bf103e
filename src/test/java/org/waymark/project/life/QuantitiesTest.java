package org.waymark.project.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.need.WaitingDiagram;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities.Report;

/** How much is done is reported in one way, kept with its day, and never falls without a reason. */
@WaymarkTest
class QuantitiesTest {

    @Autowired
    Quantities quantities;

    @Autowired
    Projects projects;

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

    private final String project =
            "AMOUNT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProjectOfAHundredPlaces() {
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(
                project, List.of(new Quantity("places", "墓穴", "Places", "穴", new BigDecimal("100"), BigDecimal.ZERO))));
        walk.jobs(project);
    }

    @Test
    void anAmountIsKeptWithItsDayAndDocumentAndMayExceedThePlan() {
        quantities.did(project, "places", new BigDecimal("120.5"), report("0", 3, null));
        assertThat(done()).isEqualByComparingTo("120.5");
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("project.quantity"))
                .singleElement()
                .returns("120.5", ChangeLog.Recorded::newValue)
                .returns("验收单1号", ChangeLog.Recorded::reason)
                .returns(today().minusDays(3), ChangeLog.Recorded::happenedOn);
    }

    @Test
    void lessNeedsAReason() {
        quantities.did(project, "places", new BigDecimal("50"), report("0", 0, null));
        assertThatThrownBy(() -> quantities.did(project, "places", new BigDecimal("40"), report("50", 0, " ")))
                .isInstanceOf(Refused.class);
        assertThat(done()).isEqualByComparingTo("50");
        quantities.did(project, "places", new BigDecimal("40"), report("50", 0, "重复统计"));
        assertThat(done()).isEqualByComparingTo("40");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> quantities.did(project, "places", new BigDecimal("-1"), report("0", 0, "x")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> quantities.did(project, "places", BigDecimal.ONE, report("0", -1, "x")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> quantities.did(project, "places", null, report("0", 0, "x")))
                .isInstanceOf(Refused.class);
        assertThat(done()).isEqualByComparingTo("0");
    }

    @Test
    void saidTwiceItIsKeptOnce() {
        quantities.did(project, "places", new BigDecimal("50"), report("0", 0, null));
        quantities.did(project, "places", new BigDecimal("50.00"), report("0", 0, null));
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("project.quantity"))
                .hasSize(1);
    }

    @Test
    void ofTwoAtTheSameMomentTheLaterIsTold() {
        var failures = Together.overlapping(
                transaction,
                db,
                () -> quantities.did(project, "places", new BigDecimal("50"), report("0", 0, null)),
                () -> quantities.did(project, "places", new BigDecimal("30"), report("0", 0, null)));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class);
        assertThat(done()).isEqualByComparingTo("50");
    }

    private Report report(String before, int daysAgo, String reason) {
        return new Report(new BigDecimal(before), today().minusDays(daysAgo), "验收单1号", reason);
    }

    private BigDecimal done() {
        return projects.quantities(project).get(0).done();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
