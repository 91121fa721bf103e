package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Application;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.step.Step;
import org.waymark.project.Projects;
import org.waymark.roster.Case;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;
import org.waymark.template.Templates;

/** Opens a household at every stage of its diagram and walks it to its end; walks every branch from the beginning. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=stages")
class StageTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Templates templates;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster opening;

    @Autowired
    Walk walk;

    @Autowired
    DemoClock clock;

    private String project;

    @Test
    void everyStageCanBeOpenedAndFinished() {
        for (var stage : templates.latest("house-appraisal").stages().values()) {
            Map<String, LocalDate> anchors =
                    stage.anchors().stream().collect(Collectors.toMap(event -> event, event -> today()));
            open(stage.code(), anchors);
            assertThat(finish(Map.of())).as(stage.code()).isIn("end_valueFixed", "end_disputed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nobody objects              | access=ok                                                | end_valueFixed
            unregistered building       | access=ok,unregistered=true                              | end_valueFixed
            refused, then admitted      | access=refused,refusalOutcome=admitted                   | end_valueFixed
            refused, with a witness     | access=refused,refusalOutcome=witnessed                  | end_valueFixed
            dispute that is settled     | access=disputed,disputeOutcome=settled                   | end_valueFixed
            dispute that stays open     | access=disputed,disputeOutcome=open                      | end_disputed
            an error found in posting   | access=ok,corrected=true                                 | end_valueFixed
            a review is asked for       | access=ok,review=true                                    | end_valueFixed
            the experts uphold it       | access=ok,review=true,experts=true,upheld=true           | end_valueFixed
            the experts correct it      | access=ok,review=true,experts=true,upheld=false          | end_valueFixed
            """)
    void everyBranchComesToItsEnd(String name, String choices, String end) {
        open(null, Map.of());
        Map<String, Object> decisions = new HashMap<>();
        for (String choice : choices.split(",")) {
            decisions.put(choice.split("=")[0], choice.split("=")[1]);
        }
        assertThat(finish(decisions)).isEqualTo(end);
    }

    private void open(String stage, Map<String, LocalDate> anchors) {
        project = "STAGE-" + ++count;
        projects.open(Walk.project(project));
        opening.open(project, List.of(Walk.household(1, "luxi", stage, anchors)));
    }

    /** Submits whatever is open, once with each odd decision, lets days pass where only time can move the case on. */
    private String finish(Map<String, Object> decisions) {
        String key = project + ":H-0001:appraisal:1";
        Map<String, Object> left = new HashMap<>(decisions);
        for (int i = 0; i < 60 && state().state() == Case.State.OPEN; i++) {
            List<String> open = walk.open(key);
            String step = open.isEmpty() ? null : open.get(0);
            boolean right = "step_reviewRequest".equals(step) && !left.containsKey("review")
                    || "step_expertRequest".equals(step) && !left.containsKey("experts");
            if (step == null || right) {
                clock.moveTo(clock.instant().plus(Duration.ofDays(25)));
                walk.jobs(project);
            } else {
                walk.submit(key, step, once(walk.step(key, step), left));
            }
        }
        assertThat(state().state()).as(walk.open(key).toString()).isEqualTo(Case.State.CLOSED);
        return state().outcome();
    }

    private Map<String, Object> once(Step step, Map<String, Object> left) {
        Map<String, Object> values = new HashMap<>();
        for (String decision :
                List.of("access", "refusalOutcome", "disputeOutcome", "corrected", "unregistered", "upheld")) {
            if (walk.asks(step, decision) && left.containsKey(decision)) {
                values.put(decision, left.remove(decision));
            }
        }
        return values;
    }

    private Case state() {
        return roster.casesOf(roster.find(project, "H-0001").orElseThrow()).get(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(Application.ZONE));
    }
}
