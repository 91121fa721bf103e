package org.waymark.roster.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;

/** What is done of a project's quantities comes from its rosters. */
@WaymarkTest
class RosterAmountsTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    Walk walk;

    @Autowired
    RosterAmounts amounts;

    @Autowired
    Quantities quantities;

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    private String project;

    @BeforeEach
    void openAProjectWithQuantities() {
        project = "AMOUNT-" + ++count;
        Opening plain = Walk.project(project, "resettlement-project", "underWay");
        projects.open(new Opening(
                project,
                plain.template(),
                plain.nameZh(),
                plain.nameEn(),
                plain.leader(),
                plain.manager(),
                plain.unit(),
                plain.startsOn(),
                plain.targetOn(),
                plain.stage(),
                Map.of(),
                Map.of(),
                new Plan(
                        "resettlement",
                        null,
                        null,
                        List.of(quantity("household", "户"), quantity("grave", "穴"), quantity("roads", "km")),
                        List.of(),
                        List.of(),
                        Set.of())));
        walk.jobs(project);
    }

    @Test
    void householdsAreCountedAndGravesByTheirPlaces() {
        roster.add(
                project,
                "household",
                List.of(
                        object("H-0001", "milestone_demolition", NewObject.DONE, 150),
                        object("H-0002", "milestone_appraisal", NewObject.DONE, 90)));
        roster.add(
                project,
                "grave",
                List.of(
                        object("G-0001", null, NewObject.DONE, 2),
                        object("G-0002", null, NewObject.DONE, 3),
                        object("G-0003", null, "move", 4)));

        sumUp();

        assertThat(done("household")).as("valued is not demolished").isEqualByComparingTo("1");
        assertThat(done("grave")).isEqualByComparingTo("5");
        assertThat(done("roads")).as("not a roster's").isEqualByComparingTo("0");
        assertThat(changed()).as("told once").isEmpty();
    }

    @Test
    void whatIsWithdrawnIsTakenBack() {
        roster.add(
                project,
                "grave",
                List.of(object("G-0001", null, NewObject.DONE, 2), object("G-0002", null, NewObject.DONE, 3)));
        sumUp();
        roster.withdraw(project, "G-0002", "重复登记");

        sumUp();

        assertThat(done("grave")).isEqualByComparingTo("2");
    }

    @Test
    void anAmountIsOfTheDayItsLastCaseWasClosed() {
        roster.add(project, "grave", List.of(object("G-0001", null, NewObject.DONE, 2)));
        sumUp();
        assertThat(told()).isEqualTo("0 -> 2 on 2021-05-20");
        roster.withdraw(project, "G-0001", "重复登记");
        db.sql("update roster_object set withdrawn_on = '2021-06-03' where project = ?")
                .params(project)
                .update();
        sumUp();
        assertThat(told()).isEqualTo("2 -> 0 on 2021-06-03");
    }

    @Test
    void casesThatCloseAfterTheirProjectAreCountedButNotThoseOfACancelledOne() {
        roster.add(project, "grave", List.of(object("G-0001", null, NewObject.DONE, 2)));
        state("CANCELLED");
        assertThat(changed()).isEmpty();
        state("CLOSED");
        sumUp();
        assertThat(done("grave")).isEqualByComparingTo("2");
        assertThat(changed()).isEmpty();
    }

    @Test
    void onlyQuantitiesWhoseRosterHasObjectsAreSummedUp() {
        assertThat(amounts.summedUp(project)).isEmpty();
        roster.add(project, "grave", List.of(object("G-0001", null, "move", 4)));
        assertThat(amounts.summedUp(project)).containsExactly("grave");
    }

    private void state(String state) {
        db.sql("update project set state = ? where code = ?")
                .params(state, project)
                .update();
    }

    /** The newest change of an amount in the project's log. */
    private String told() {
        return log.of(project).stream()
                .filter(change -> change.what().equals("project.quantity"))
                .reduce((before, after) -> after)
                .map(change -> "%s -> %s on %s"
                        .formatted(plain(change.oldValue()), plain(change.newValue()), change.happenedOn()))
                .orElseThrow();
    }

    private static String plain(String number) {
        BigDecimal one = new BigDecimal(number);
        return one.signum() == 0 ? "0" : one.stripTrailingZeros().toPlainString();
    }

    @Test
    void anAmountToldBeforeThereIsARosterStays() {
        quantities.did(
                project,
                "household",
                BigDecimal.valueOf(120),
                new Quantities.Report(null, LocalDate.of(2021, 5, 20), null, null));

        sumUp();

        assertThat(done("household")).isEqualByComparingTo("120");
    }

    @Test
    void aSumOvertakenBySomebodyElsesIsNotTold() {
        roster.add(project, "grave", List.of(object("G-0001", null, NewObject.DONE, 2)));
        RosterAmounts.Changed old = changed().get(0);
        quantities.did(
                project, "grave", BigDecimal.TEN, new Quantities.Report(null, LocalDate.of(2021, 6, 1), null, null));

        assertThatThrownBy(() -> amounts.tell(old)).isInstanceOf(Refused.class);

        assertThat(done("grave")).isEqualByComparingTo("10");
    }

    private void sumUp() {
        changed().forEach(amounts::tell);
    }

    private List<RosterAmounts.Changed> changed() {
        return amounts.changed().stream()
                .filter(one -> one.project().equals(project))
                .toList();
    }

    private BigDecimal done(String code) {
        return projects.quantities(project).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .done();
    }

    private static Quantity quantity(String code, String unit) {
        return new Quantity(code, code, code, unit, BigDecimal.valueOf(100), BigDecimal.ZERO);
    }

    private static NewObject object(String number, String milestone, String stage, int quantity) {
        return new NewObject(
                number,
                "坟主 0001",
                "luxi",
                "1组",
                null,
                BigDecimal.valueOf(quantity),
                0,
                "cadre",
                milestone,
                stage,
                Map.of(),
                LocalDate.of(2021, 5, 20));
    }
}
