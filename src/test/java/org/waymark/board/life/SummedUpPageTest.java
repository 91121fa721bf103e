package org.waymark.board.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;

/** Nobody is asked for an amount that a roster sums up. */
@WaymarkTest
class SummedUpPageTest {

    private static final String PROJECT = "SUMMED-UP";

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    Walk walk;

    @Autowired
    Desk http;

    @Test
    void onlyWhatNoRosterSumsUpIsTypedIn() {
        Opening plain = Walk.project(PROJECT, "resettlement-project", "underWay");
        projects.open(new Opening(
                PROJECT,
                plain.template(),
                plain.nameZh(),
                plain.nameEn(),
                plain.leader(),
                "manager",
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
                        List.of(quantity("grave", "穴"), quantity("roads", "km")),
                        List.of(),
                        List.of(),
                        Set.of())));
        walk.jobs(PROJECT);
        roster.add(
                PROJECT,
                "grave",
                List.of(new NewObject(
                        "G-0001",
                        "坟主 0001",
                        "luxi",
                        "1组",
                        null,
                        BigDecimal.valueOf(2),
                        0,
                        "cadre",
                        null,
                        NewObject.DONE,
                        Map.of(),
                        LocalDate.of(2021, 5, 20))));

        Browser manager = http.signedIn("manager");
        String page = manager.page("/projects/" + PROJECT).body();
        assertThat(page)
                .contains("/projects/" + PROJECT + "/quantities/roads")
                .doesNotContain("/quantities/grave")
                .contains("按台账汇总");
        assertThat(manager.page("/projects/" + PROJECT + "/quantities/grave").statusCode())
                .isEqualTo(404);
        assertThat(manager.page("/projects/" + PROJECT + "/quantities/roads").statusCode())
                .isEqualTo(200);
    }

    private static Quantity quantity(String code, String unit) {
        return new Quantity(code, code, code, unit, BigDecimal.valueOf(100), BigDecimal.ZERO);
    }
}
