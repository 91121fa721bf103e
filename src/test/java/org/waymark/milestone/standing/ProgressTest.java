package org.waymark.milestone.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.milestone.Milestone.State;

class ProgressTest {

    /** Each milestone as weight:state:closed/valid; the last column was worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "'10:REACHED:0/0 10:REACHED:0/0 10:SKIPPED:0/0 10:REACHED:0/0 50:OPEN:112/332 10:PLANNED:0/0', 0.52075",
        "'20:PLANNED:0/0 80:PLANNED:0/0',                                                              0",
        "'20:REACHED:0/0 80:REACHED:0/0',                                                              1",
        "'50:IMPORTED:0/0 50:OPEN:0/0',                                                                0.5",
        "'50:SKIPPED:0/0 25:REACHED:0/0 25:OPEN:1/4',                                                  0.625",
        "'50:CANCELLED:3/4 50:OPEN:3/4',                                                               0.75",
        "'100:SKIPPED:0/0',                                                                            0",
        "'60:OPEN:330/332 40:REACHED:0/0',                                                             0.99639",
        "'60:REACHED:330/332 40:PLANNED:0/0',                                                          0.6",
    })
    void weighsWhatCountsAndLeavesOutWhatWasSkipped(String milestones, double expected) {
        assertThat(Progress.of(parts(milestones))).isCloseTo(expected, within(0.00001));
    }

    private static List<Progress.Part> parts(String milestones) {
        List<Progress.Part> parts = new ArrayList<>();
        for (String milestone : milestones.split(" ")) {
            String[] cells = milestone.split("[:/]");
            parts.add(new Progress.Part(
                    Integer.parseInt(cells[0]),
                    State.valueOf(cells[1]),
                    Long.parseLong(cells[2]),
                    Long.parseLong(cells[3])));
        }
        return parts;
    }
}
