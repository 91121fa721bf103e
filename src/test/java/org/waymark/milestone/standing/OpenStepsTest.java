package org.waymark.milestone.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Rows;
import org.waymark.WaymarkTest;

@WaymarkTest
class OpenStepsTest {

    @Autowired
    OpenSteps steps;

    @Autowired
    Standing standing;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String project = "OPEN-" + UUID.randomUUID().toString().substring(0, 8);
    private Rows rows;

    @BeforeEach
    void project() {
        rows = new Rows(db, clock, project).project();
    }

    @Test
    void theLongestOverdueComesFirstWithItsDaysAndWhoAnswers() {
        rows.ours(1, 1).ours(2, 30).ours(3, 8).ours(4, 0);
        assertThat(overdue()).extracting(OpenStep::objectNo).containsExactly("H-0002", "H-0003", "H-0001");
        assertThat(overdue()).extracting(step -> step.daysLate(rows.today())).containsExactly(30L, 8L, 1L);
        assertThat(overdue()).allSatisfy(step -> {
            assertThat(step.personName("zh")).isEqualTo("驻村干部甲");
            assertThat(step.claimed()).isFalse();
            assertThat(step.villageName("en")).isEqualTo("Luxi");
        });
    }

    @Test
    void theirsAndTheCourtsAreNeverOverdue() {
        rows.step(1, 400, "THEIRS", null, "1组").step(2, 400, "COURT", null, "1组");
        assertThat(overdue()).isEmpty();
        assertThat(standing.of(project).overdue()).isZero();
        assertThat(standing.of(project).lamp().color()).isEqualTo(Lamp.Color.GREEN);
    }

    @Test
    void whatWaitsForAnOutsiderIsCountedApart() {
        rows.ours(1, 2).waiting(2, 20, "铁路方").waiting(3, -60, "法院");
        assertThat(overdue()).extracting(OpenStep::objectNo).containsExactly("H-0001");
        assertThat(steps.waiting().stream().filter(this::mine))
                .extracting(OpenStep::waitingParty)
                .containsExactly("铁路方", "法院");
        assertThat(standing.of(project).overdue()).isEqualTo(1);
    }

    @Test
    void aMilestoneWhoseLateStepsAllWaitIsLitAsWaiting() {
        rows.waiting(1, 5, "铁路方").waiting(2, 9, "铁路方");
        assertThat(standing.of(project).lamp()).isEqualTo(new Lamp(Lamp.Color.WAITING, "lamp.waiting", List.of(2L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "CANCELLED"})
    void aProjectThatStandsStillIsSilent(String state) {
        rows.ours(1, 9).waiting(2, 9, "铁路方").state(state);
        assertThat(overdue()).isEmpty();
        assertThat(steps.waiting()).noneMatch(this::mine);
        assertThat(standing.of(project).overdue()).isZero();
        assertThat(standing.of(project).lamp().reason()).isEqualTo("lamp.project." + state);
    }

    @Test
    void whatIsStillOpenInAClosedProjectIsStillOverdue() {
        rows.ours(1, 9).waiting(2, 9, "铁路方").state("CLOSED");
        assertThat(overdue()).extracting(OpenStep::objectNo).containsExactly("H-0001");
        assertThat(steps.waiting()).anyMatch(this::mine);
        assertThat(standing.of(project).overdue()).isEqualTo(1);
        assertThat(standing.all().stream()
                        .filter(whole -> whole.project().code().equals(project))
                        .findFirst()
                        .orElseThrow()
                        .overdue())
                .isEqualTo(1);
    }

    @Test
    void progressCountsClosedOfValidAndLeavesOutTheWithdrawn() {
        rows.household(1, "CLOSED", null)
                .household(2, "OPEN", "inspect")
                .household(3, "CLOSED", null)
                .household(4, null, null)
                .household(5, "CLOSED", null)
                .withdraw(5);
        var now = standing.of(project).milestones().get(0);
        assertThat(now.closed()).isEqualTo(2);
        assertThat(now.valid()).isEqualTo(4);
        assertThat(standing.of(project).percent()).isEqualTo(50);
    }

    private List<OpenStep> overdue() {
        return steps.dueBefore(rows.today()).stream().filter(this::mine).toList();
    }

    private boolean mine(OpenStep step) {
        return step.project().equals(project);
    }
}
