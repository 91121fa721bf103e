package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.OpenStep;

class GroupsTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 6, 17);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @ParameterizedTest
    @CsvSource({
        "2021-06-17, , WEEK",
        "2021-06-23, , WEEK",
        "2021-06-16, , FRESH",
        "2021-06-14, , FRESH",
        "2021-06-13, , RECENT",
        "2021-06-10, , RECENT",
        "2021-06-09, , LONG",
        "2021-06-09, 铁路方, WAITING",
        "2021-09-09, 铁路方, WAITING",
    })
    void aStepStandsInOneSection(LocalDate due, String party, Section section) {
        assertThat(Section.of(step(1, "luxi", due, party), TODAY, YESTERDAY)).isEqualTo(section);
    }

    /** 2021-10-08 is the first working day after the National Day holiday. */
    @Test
    void afterAHolidayAllThatCameDueInItIsNew() {
        LocalDate after = LocalDate.of(2021, 10, 8);
        LocalDate lastWorkday = LocalDate.of(2021, 9, 30);
        assertThat(Section.of(step(1, "luxi", lastWorkday, null), after, lastWorkday))
                .isEqualTo(Section.FRESH);
        assertThat(Section.of(step(1, "luxi", lastWorkday.minusDays(1), null), after, lastWorkday))
                .isEqualTo(Section.LONG);
    }

    @Test
    void groupsCountTheirStepsAndKeepTheOldestFirst() {
        var parts = Groups.of(
                List.of(
                        step(7, "luxi", TODAY.minusDays(30), null),
                        step(3, "tangli", TODAY.minusDays(20), null),
                        step(1, "luxi", TODAY.minusDays(9), null),
                        step(2, "luxi", TODAY.plusDays(1), null),
                        step(4, "luxi", TODAY.minusDays(40), "铁路方")),
                TODAY,
                YESTERDAY);
        assertThat(parts).extracting(Groups.Part::section).containsExactly(Section.values());
        assertThat(parts).extracting(Groups.Part::count).containsExactly(0, 0, 1, 3, 1);
        var late = parts.get(Section.LONG.ordinal()).groups();
        assertThat(late).extracting(group -> group.first().village()).containsExactly("luxi", "tangli");
        assertThat(late.get(0).steps()).extracting(OpenStep::objectNo).containsExactly("7", "1");
        assertThat(late.get(0).oldest()).isEqualTo(30);
        assertThat(late.get(0).lamp())
                .isEqualTo(new Lamp(Lamp.Color.RED, "lamp.steps", List.of(2L, TODAY.minusDays(30), 30L)));
        var waiting = parts.get(Section.WAITING.ordinal()).groups().get(0);
        assertThat(waiting.lamp().color()).isEqualTo(Lamp.Color.WAITING);
        assertThat(waiting.parties()).containsExactly("铁路方");
    }

    @Test
    void aSectionOfThousandsLinksToItsRowsInsteadOfCarryingThem() {
        var few = java.util.Collections.nCopies(300, step(1, "luxi", YESTERDAY, null));
        var many = java.util.Collections.nCopies(301, step(1, "luxi", YESTERDAY, null));
        assertThat(Groups.of(few, TODAY, YESTERDAY).get(0).open()).isTrue();
        assertThat(Groups.of(many, TODAY, YESTERDAY).get(0).open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1, 0", "50, 1, 1, 1, 50", "51, 2, 2, 2, 1", "120, 9, 3, 3, 20", "120, -1, 1, 3, 50"})
    void pagesHoldFiftyRows(int total, int wanted, int number, int pages, int rows) {
        Page<Integer> page = Page.of(java.util.Collections.nCopies(total, 1), wanted);
        assertThat(page.number()).isEqualTo(number);
        assertThat(page.pages()).isEqualTo(pages);
        assertThat(page.rows()).hasSize(rows);
    }

    private static OpenStep step(int number, String village, LocalDate due, String party) {
        return new OpenStep(
                "t" + number,
                "P",
                "项目",
                "Project",
                "milestone_x",
                "节点",
                "Milestone",
                "step_x",
                "环节",
                "Step",
                String.valueOf(number),
                village,
                village,
                village,
                "1组",
                due,
                "cadre",
                "驻村干部甲",
                "Village cadre A",
                true,
                "cadres.luxi",
                true,
                party,
                party == null ? null : due);
    }
}
