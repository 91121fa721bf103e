package org.waymark.project.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.OpenSteps;
import org.waymark.milestone.standing.Standing;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.Case;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** A suspended project stands still as a whole, and goes on where it stood. */
@WaymarkTest
class StopsTest {

    @Autowired
    Stops stops;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster test;

    @Autowired
    Steps steps;

    @Autowired
    OpenSteps open;

    @Autowired
    Standing standing;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient db;

    private final String project =
            "STOP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String household = Desk.household(project);

    @BeforeEach
    void aProjectWithAHouseholdThatIsLate() {
        LocaleContextHolder.setLocale(Locale.CHINA);
        projects.open(Walk.project(project));
        test.open(project, List.of(Walk.household(1, "luxi", null, Map.of())));
        LocalDate past = LocalDate.of(2021, 6, 1);
        db.sql("update step set due_on = ? where project = ?")
                .params(past, project)
                .update();
        db.sql("update milestone set planned_on = ? where project = ?")
                .params(past, project)
                .update();
    }

    @AfterEach
    void theLanguageIsNobodys() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void fromTheDecisionOnNothingCanBeSubmitted() {
        suspend();
        assertThatThrownBy(() -> walk.submit(household, "step_survey"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("项目已中止");
        follow();
        assertThatThrownBy(() -> walk.submit(household, "step_survey"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("项目已中止");
        assertThat(walk.open(household)).containsExactly("step_survey");

        resume();
        follow();
        walk.submit(household, "step_survey");
        assertThat(walk.open(household)).isNotEmpty().doesNotContain("step_survey");
    }

    @Test
    void nothingOfItIsLateAndItsLampsAreOff() {
        assertThat(late()).isEqualTo(1);
        assertThat(colors()).contains(Lamp.Color.RED);
        suspend();
        assertThat(late()).isZero();
        assertThat(colors()).containsOnly(Lamp.Color.GREY);
        assertThat(standing.of(project).overdue()).isZero();
        resume();
        assertThat(late()).isEqualTo(1);
    }

    @Test
    void itsCardsSayThatItIsSuspendedAndNotThatTheyAreLate() {
        var step = steps.ofInstance(household).get(0);
        Browser cadre = desk.signedIn("cadre");
        String form = "/ui/steps/" + step.taskId() + "/entry";
        assertThat(cadre.call("GET", form, null).body())
                .contains("\"suspended\":false")
                .doesNotContain("\"lateDays\":0");
        suspend();
        assertThat(cadre.call("GET", form, null).body())
                .contains("\"suspended\":true")
                .contains("\"lateDays\":0");
        assertThat(cadre.call("GET", "/ui/cards?tasks=" + step.taskId(), null).body())
                .contains("\"suspended\":true");
        String page = "/projects/%s/objects/H-0001".formatted(project);
        assertThat(cadre.page(page).body()).doesNotContain("逾期 14 天");
        resume();
        assertThat(cadre.page(page).body()).contains("逾期 14 天");
    }

    @Test
    void noDayMovesWhenItGoesOn() {
        var due = steps.ofInstance(household).get(0).dueOn();
        var planned = milestones.of(project).stream().map(Milestone::plannedOn).toList();
        suspend();
        follow();
        resume();
        follow();
        assertThat(steps.ofInstance(household).get(0).dueOn()).isEqualTo(due);
        assertThat(milestones.of(project)).extracting(Milestone::plannedOn).isEqualTo(planned);
    }

    @Test
    void whatLiesAheadStaysPlanned() {
        suspend();
        milestones.settle(project);
        assertThat(milestones.find(project, "milestone_archive"))
                .map(Milestone::state)
                .contains(Milestone.State.PLANNED);
    }

    @Test
    void casesAskedForMeanwhileWait() {
        suspend();
        roster.add(project, "household", List.of(Walk.household(2, "luxi", null, Map.of())));
        test.openRequested();
        assertThat(state("H-0002")).isEqualTo(Case.State.REQUESTED);
        resume();
        test.openRequested();
        assertThat(state("H-0002")).isEqualTo(Case.State.OPEN);
    }

    @Test
    void itsGateWaitsUntilItGoesOn() {
        test.close(project, "H-0001", 1);
        suspend();
        follow();
        test.look(project);
        assertThat(appraisal()).isEqualTo(Milestone.State.OPEN);
        resume();
        follow();
        test.look(project);
        assertThat(appraisal()).isEqualTo(Milestone.State.REACHED);
    }

    @Test
    void aSuspendedProjectCanBeCancelledWithItsCases() {
        suspend();
        follow();
        projects.cancel(project, "线路改道");
        assertThat(roster.cancelSome(project, 100)).isFalse();
        assertThat(state("H-0001")).isEqualTo(Case.State.CANCELLED);
        assertThat(milestones.of(project))
                .allMatch(one -> one.state() == Milestone.State.CANCELLED
                        || one.state().done()
                        || one.state() == Milestone.State.SKIPPED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(project + "%")
                        .count())
                .isZero();
    }

    private void suspend() {
        stops.suspend(project, "资金未到位", "芦政〔2021〕1号");
    }

    private void resume() {
        stops.resume(project, "资金已到位", "芦政〔2021〕2号");
    }

    private long waiting() {
        return stops.of(project).get(0).id();
    }

    private void follow() {
        while (stops.chunk(waiting())) {
            // until all follow
        }
    }

    private long late() {
        return open.dueBefore(LocalDate.of(2021, 6, 15)).stream()
                .filter(step -> step.project().equals(project))
                .count();
    }

    private List<Lamp.Color> colors() {
        return standing.of(project).milestones().stream()
                .filter(now -> now.milestone().state() == Milestone.State.OPEN
                        || now.milestone().state() == Milestone.State.PLANNED)
                .map(now -> now.lamp().color())
                .toList();
    }

    private Case.State state(String number) {
        return roster.casesOf(roster.find(project, number).orElseThrow()).get(0).state();
    }

    private Milestone.State appraisal() {
        return milestones.find(project, "milestone_appraisal").orElseThrow().state();
    }
}
