package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.need.Needs;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.TestRoster;
import org.waymark.template.Templates;

/** No step of any diagram can be completed in Camunda's web API without its form, nor with an incomplete one. */
@WaymarkTest
class BareCompleteTest {

    private static int count;

    @Autowired
    Needs needs;

    @Autowired
    Projects projects;

    @Autowired
    Templates templates;

    @Autowired
    TestRoster roster;

    @Autowired
    Steps steps;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    private final String project = "BARE-" + ++count;
    private final Set<String> tried = new TreeSet<>();

    @Test
    void aHouseholdsStepsNeedTheirForm() {
        List<String> stages = templates.latest("house-appraisal").stages().values().stream()
                .map(stage -> stage.code())
                .filter(code -> !code.equals("posting"))
                .toList();
        List<NewObject> households = new ArrayList<>();
        for (String stage : stages) {
            Map<String, LocalDate> anchors = templates.latest("house-appraisal").stage(stage).anchors().stream()
                    .collect(Collectors.toMap(event -> event, event -> desk.today()));
            households.add(Walk.household(households.size() + 1, "luxi", stage, anchors));
        }
        projects.open(Walk.project(project));
        roster.open(project, households);
        for (NewObject household : households) {
            String instance = project + ":" + household.number() + ":appraisal:1";
            Step step = steps.ofInstance(instance).get(0);
            refuses(step);
            if (step.element().equals("step_expert")) {
                // a case never starts at the corrected report: it follows an opinion against the first one
                walk.submit(instance, "step_expert", Map.of("upheld", "false"));
                refuses(walk.step(instance, "step_correctReport"));
            }
        }
        assertThat(tried).isEqualTo(userTasks("house-appraisal"));
    }

    @Test
    void aProjectsStepsNeedTheirForm() {
        for (String land : List.of("collective", "state")) {
            String code = project + "-" + land.toUpperCase(Locale.ROOT);
            projects.open(Walk.project(code, "resettlement-project", null));
            walkToTheEnd(
                    code,
                    Map.of(
                            "landKind", land,
                            "hearing", "true",
                            "agencyAgreed", "false",
                            "moreSections", "false",
                            "accepted", "true"));
        }
        assertThat(tried).isEqualTo(userTasks("resettlement-project"));
    }

    private void walkToTheEnd(String code, Map<String, Object> decisions) {
        walk.jobs(code);
        List<String> open = walk.open(code);
        while (!open.isEmpty()) {
            Step step = walk.step(code, open.get(0));
            refuses(step);
            Map<String, Object> asked = new HashMap<>(decisions);
            if (Set.of("milestone_scope", "milestone_plan").contains(step.milestone())) {
                // long enough ago for the notice to be over
                String day = "2021-04-01";
                asked.putAll(Map.of("publishedOn", day, "happenedOn", day, "lateReason", "补录"));
                asked.putAll(Map.of("townPostedOn", day, "villagePostedOn", day, "groupPostedOn", day));
            }
            asked.keySet().removeIf(field -> !walk.asks(step, field));
            walk.submit(code, step.element(), asked);
            walk.jobs(code);
            roster.look(code);
            List.of("milestone_graveNotice", "milestone_archive").forEach(milestone -> needs.look(code, milestone));
            walk.jobs(code);
            roster.look(code);
            open = walk.open(code);
        }
    }

    private void refuses(Step step) {
        tried.add(step.element());
        String person = Walk.owner(step);
        Browser browser = desk.signedIn(person);
        if (step.assignee() == null) {
            browser.call("POST", Desk.task(step) + "/claim", "{\"userId\":\"%s\"}".formatted(person));
        }
        for (String verb : List.of("/complete", "/submit-form")) {
            var refused = browser.call("POST", Desk.task(step) + verb, "{}");
            assertThat(refused.statusCode()).as(step.element()).isEqualTo(400);
            assertThat(refused.body()).contains("\"message\":\"环节“" + step.name("zh") + "”还没有填写完整的表单");
        }
        var incomplete = desk.save(browser, step, Map.of("remark", "x"), 0);
        assertThat(incomplete.statusCode()).as(step.element()).isEqualTo(422);
        assertThat(incomplete.body()).contains("\"happenedOn\":\"请填写");
    }

    private static Set<String> userTasks(String process) {
        return Bpmn.readModelFromFile(new File("bpmn", process + ".bpmn"))
                .getModelElementsByType(UserTask.class)
                .stream()
                .map(UserTask::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
