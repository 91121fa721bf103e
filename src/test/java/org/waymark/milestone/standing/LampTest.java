package org.waymark.milestone.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.standing.Lamp.Color;
import org.waymark.milestone.standing.Lamp.Figures;

class LampTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 6, 15);

    /** State, opened, planned, actual; overdue, its oldest day, waiting, soon, share; lamp and what lit it. */
    @ParameterizedTest
    @CsvSource({
        "OPEN,      2021-06-01, 2021-06-30, ,           0, ,           0, 0, 0.5, GREEN,   lamp.intime 2021-06-30 15",
        "OPEN,      2021-06-01, 2021-06-22, ,           0, ,           0, 0, 0.5, YELLOW,  lamp.soon 2021-06-22 7 50 67",
        "OPEN,      2021-06-01, 2021-06-22, ,           0, ,           0, 0, 0.7, GREEN,   lamp.intime 2021-06-22 7",
        "OPEN,      2021-06-01, 2021-06-23, ,           0, ,           0, 0, 0,   GREEN,   lamp.intime 2021-06-23 8",
        "OPEN,      2021-06-01, 2021-06-15, ,           0, ,           0, 0, 0.9, YELLOW,  lamp.soon 2021-06-15 0 90 100",
        "OPEN,      2021-06-01, 2021-06-12, ,           0, ,           0, 0, 0.9, RED,     lamp.past 2021-06-12 3",
        "OPEN,      2021-06-01, 2021-06-12, ,           4, 2021-06-10, 0, 0, 0.9, RED,     lamp.past 2021-06-12 3",
        "OPEN,      2021-06-01, 2021-06-30, ,           4, 2021-06-10, 0, 3, 0.5, RED,     lamp.steps 4 2021-06-10 5",
        "OPEN,      2021-06-01, 2021-06-30, ,           1, 2021-06-14, 2, 0, 0.5, RED,     lamp.steps 1 2021-06-14 1",
        "OPEN,      2021-06-01, 2021-06-30, ,           0, ,           2, 0, 0.5, WAITING, lamp.waiting 2",
        "OPEN,      2021-06-01, 2021-06-30, ,           0, ,           0, 3, 0.5, YELLOW,  lamp.due 3 3",
        "PLANNED,   ,           2021-07-30, ,           0, ,           0, 0, 0,   GREY,    lamp.planned 2021-07-30",
        "PLANNED,   ,           2021-06-20, ,           0, ,           0, 0, 0,   YELLOW,  lamp.lateStart 2021-06-20 5",
        "PLANNED,   ,           2021-06-14, ,           0, ,           0, 0, 0,   RED,     lamp.past 2021-06-14 1",
        "REACHED,   2021-06-01, 2021-06-10, 2021-06-08, 0, ,           0, 0, 1,   BLUE,    lamp.ahead 2021-06-08 2",
        "REACHED,   2021-06-01, 2021-06-10, 2021-06-10, 9, 2021-06-01, 0, 0, 1,   GREEN,   lamp.reached 2021-06-10",
        "IMPORTED,  ,           2021-06-10, 2021-06-12, 0, ,           0, 0, 1,   GREEN,   lamp.reachedLate 2021-06-12 2",
        "SKIPPED,   ,           2021-06-10, ,           0, ,           0, 0, 0,   GREY,    lamp.skipped",
        "CANCELLED, ,           2021-06-10, ,           0, ,           0, 0, 0,   GREY,    lamp.cancelled",
    })
    void lightsByStateDayAndStepsAndSaysWhy(
            State state,
            LocalDate opened,
            LocalDate planned,
            LocalDate actual,
            long overdue,
            LocalDate oldest,
            long waiting,
            long soon,
            double share,
            Color color,
            String why) {
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
                null,
                "manager",
                state,
                1,
                planned,
                planned,
                actual,
                null,
                opened);
        Lamp lamp = Lamp.of(milestone, new Figures(overdue, oldest, waiting, soon, share), TODAY);
        assertThat(lamp.color()).isEqualTo(color);
        assertThat((lamp.reason() + " "
                                + lamp.figures().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                        .strip())
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"2021-06-09, lamp.color.BLUE", "2021-06-10, lamp.color.GREEN", "2021-06-22, lamp.late"})
    void whatWasReachedLateIsNotCalledInTime(LocalDate actual, String word) {
        LocalDate planned = LocalDate.of(2021, 6, 10);
        assertThat(Lamp.of(reached(planned, actual), Figures.NONE, TODAY.plusDays(20))
                        .word())
                .isEqualTo(word);
    }

    private static Milestone reached(LocalDate planned, LocalDate actual) {
        return new Milestone(
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
                null,
                "manager",
                State.REACHED,
                1,
                planned,
                planned,
                actual,
                null,
                planned);
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
