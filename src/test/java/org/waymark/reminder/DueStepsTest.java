package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Rows;
import org.waymark.WaymarkTest;

@WaymarkTest
class DueStepsTest {

    @Autowired
    DueSteps steps;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({"RUNNING,1", "CLOSED,1", "SUSPENDED,0", "CANCELLED,0"})
    void peopleAreRemindedOfWhatIsOpenInRunningAndClosedProjects(String state, int reminded) {
        String project = "DUE-" + UUID.randomUUID().toString().substring(0, 8);
        Rows rows = new Rows(db, clock, project).project().ours(1, 3).state(state);
        assertThat(steps.before(rows.today()))
                .filteredOn(step -> step.project().equals(project))
                .hasSize(reminded);
    }
}
