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
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
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
