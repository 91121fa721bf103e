package org.waymark.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.milestone.Lamp.Color;
import org.waymark.milestone.Lamp.Figures;
import org.waymark.milestone.Milestone.State;

class LampTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "OPEN,      2021-06-30, ,           0, 0, GREEN,   lamp.intime",
        "OPEN,      2021-06-22, ,           0, 0, YELLOW,  lamp.soon",
        "OPEN,      2021-06-23, ,           0, 0, GREEN,   lamp.intime",
        "OPEN,      2021-06-15, ,           0, 0, YELLOW,  lamp.soon",
        "OPEN,      2021-06-14, ,           0, 0, RED,     lamp.past",
        "OPEN,      2021-06-30, ,           1, 0, RED,     lamp.steps",
        "OPEN,      2021-06-30, ,           0, 2, WAITING, lamp.waiting",
        "OPEN,      2021-06-30, ,           1, 2, RED,     lamp.steps",
        "PLANNED,   2021-07-30, ,           0, 0, GREY,    lamp.planned",
        "PLANNED,   2021-06-14, ,           0, 0, RED,     lamp.past",
        "REACHED,   2021-06-10, 2021-06-08, 0, 0, BLUE,    lamp.ahead",
        "REACHED,   2021-06-10, 2021-06-10, 0, 0, GREEN,   lamp.reached",
        "IMPORTED,  2021-06-10, 2021-06-12, 0, 0, GREEN,   lamp.reachedLate",
        "SKIPPED,   2021-06-10, ,           0, 0, GREY,    lamp.skipped",
        "CANCELLED, 2021-06-10, ,           0, 0, GREY,    lamp.cancelled",
    })
    void lightsByStateDayAndSteps(
            State state, LocalDate planned, LocalDate actual, long overdue, long waiting, Color color, String reason) {
        Milestone milestone = new Milestone(
                1,
                "P",
                "milestone_x",
                0,
                "节点",
                "Milestone",
                10,
                "all",
                null,
                null,
                "manager",
                state,
                1,
                planned,
                planned,
                actual,
                null,
                null);
        Lamp lamp = Lamp.of(milestone, new Figures(overdue, waiting, 0.5), TODAY);
        assertThat(lamp.color()).isEqualTo(color);
        assertThat(lamp.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"GREEN YELLOW, YELLOW", "GREY RED WAITING, RED", "BLUE GREEN, GREEN", "GREY, GREY"})
    void theWorstIsWhatOneShouldLookAtFirst(String colors, Color worst) {
        List<Lamp> lamps = java.util.Arrays.stream(colors.split(" "))
                .map(color -> new Lamp(Color.valueOf(color), "x", List.of()))
                .toList();
        assertThat(Lamp.worst(lamps).color()).isEqualTo(worst);
    }
}
