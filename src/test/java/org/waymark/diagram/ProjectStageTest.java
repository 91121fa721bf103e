package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Application;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.step.Entries;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;
import org.waymark.template.Templates;

/** Parks and simple projects in the whole application: opened at every stage, walked to their end, with real periods. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=projectStages")
class ProjectStageTest {

    private static final Map<String, Object> GOOD =
            Map.of("enough", "true", "granted", "true", "accepted", "true", "planApproved", "true", "audit", "true");
    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Templates templates;

    @Autowired
    TestRoster roster;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    DemoClock clock;

    private final Map<String, LocalDate> due = new HashMap<>();
    private final Map<String, LocalDate> opened = new HashMap<>();
    private String project;

    @Test
    void aParkOfTheGovernmentWithABondComesToItsEnd() {
        open("industrial-park", null);
        finish(Map.of("investor", "bond", "eiaKind", "form", "startState", "extended"));
        assertThat(states()).containsEntry("milestone_filing", State.SKIPPED);
        assertThat(states().values().stream().filter(State.REACHED::equals)).hasSize(17);
        assertThat(due.get("step_start")).isEqualTo(opened.get("step_start").plusMonths(3));
        assertThat(due.get("step_startExtended"))
                .isEqualTo(opened.get("step_startExtended").plusMonths(3));
        assertThat(opened.get("step_endWarranty"))
                .isAfter(opened.get("step_beginWarranty").plusYears(2));
        assertThat(opened.get("step_openBids"))
                .isAfter(opened.get("step_issueTender").plusDays(20));
    }

    @Test
    void anEnterprisesParkNeedsNeitherApprovalNorBondNorTender() {
        open("industrial-park", null);
        finish(Map.of("investor", "enterprise"));
        assertThat(states())
                .containsEntry("milestone_approval", State.SKIPPED)
                .containsEntry("milestone_bond", State.SKIPPED)
                .containsEntry("milestone_tender", State.SKIPPED)
                .containsEntry("milestone_filing", State.REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"industrial-park", "simple-project"})
    void aProjectUnderWayOpensAtEveryStage(String template) {
        for (var stage : templates.latest(template).stages().values()) {
            open(template, stage.code());
            assertThat(walk.open(project)).as(stage.code()).isNotEmpty();
            assertThat(stage.elements())
                    .as(stage.code())
                    .filteredOn(element -> element.startsWith("milestone_"))
                    .allSatisfy(element ->
                            assertThat(states().get(element)).as(element).isIn(State.OPEN, State.REACHED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "production"})
    void aParkThatIsBuiltComesToItsEnd(String stage) {
        open("industrial-park", stage);
        finish(Map.of());
    }

    @Test
    void aSimpleProjectComesToItsEnd() {
        open("simple-project", null);
        finish(Map.of());
        assertThat(states().values()).containsOnly(State.REACHED);
    }

    @Test
    void aBuildingPermitIsExtendedTwiceAndNotAThirdTime() {
        aPermit();
        extend("step_start");
        extend("step_startExtended");
        assertThat(refused("step_startExtended", Map.of("startState", "extended", "why", "资金")))
                .containsOnlyKeys("startState")
                .extractingByKey("startState")
                .asString()
                .contains("已延期2次，不能再延", "建筑法第九条", "退回重新申请");
        walk.submit(project, "step_startExtended", Map.of("startState", "started"));
    }

    @Test
    void whatHasLapsedIsShownAsLapsedAndNotExtendedAnyMore() {
        aPermit();
        LocalDate last = walk.step(project, "step_start").dueOn();
        String page = "/projects/" + project;
        assertThat(desk.signedIn("cadre").page(page).body()).contains("有效，还剩", "已延0次，最多2次，每次不超过3个月；可申请延期");
        pass(120);
        assertThat(desk.signedIn("cadre").page(page).body()).contains("已失效", "不能再延，须重新申请");
        assertThat(refused("step_start", Map.of("startState", "extended", "why", "资金")))
                .extractingByKey("startState")
                .asString()
                .contains("申请延期时已失效", "有效期至" + last);
        assertThat(refused("step_start", Map.of("startState", "extended", "why", "资金", "happenedOn", last.toString())))
                .as("asked for in time, typed in late")
                .doesNotContainKey("startState");
    }

    private void aPermit() {
        open("industrial-park", "tendered");
        walk.submit(project, "step_supervision");
        walk.submit(project, "step_applyPermit");
        walk.submit(project, "approval_permit", Map.of("granted", "true"));
    }

    private void extend(String step) {
        walk.submit(project, step, Map.of("startState", "extended", "why", "资金"));
        walk.submit(project, "step_extendStart");
        pass(10);
    }

    /** What the server says about these values. */
    private Map<String, String> refused(String step, Map<String, Object> values) {
        LocaleContextHolder.setLocale(Locale.CHINESE);
        Entries.Incomplete incomplete =
                catchThrowableOfType(Entries.Incomplete.class, () -> walk.submit(project, step, new HashMap<>(values)));
        LocaleContextHolder.resetLocaleContext();
        return incomplete == null ? Map.of() : incomplete.fields();
    }

    private void pass(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
        walk.jobs(project);
    }

    private void open(String template, String stage) {
        project = "STG-" + ++count;
        projects.open(Walk.project(project, template, stage));
        walk.jobs(project);
        roster.work();
    }

    /** Submits whatever is open; lets days pass where only time can move the project on. */
    private void finish(Map<String, Object> decisions) {
        for (int i = 0; i < 400 && state() == Project.State.RUNNING; i++) {
            List<String> open = walk.open(project);
            if (open.isEmpty()) {
                clock.moveTo(clock.instant().plus(Duration.ofDays(7)));
            } else {
                submit(open.get(0), decisions);
            }
            walk.jobs(project);
            roster.work();
        }
        assertThat(state()).as(walk.open(project).toString()).isEqualTo(Project.State.CLOSED);
        milestones.settle(project);
    }

    private void submit(String element, Map<String, Object> decisions) {
        var step = walk.step(project, element);
        assertThat(step.dueOn()).as(element).isNotNull();
        due.put(element, step.dueOn());
        opened.put(element, LocalDate.ofInstant(clock.instant(), ZoneId.of(Application.ZONE)));
        Map<String, Object> values = new HashMap<>();
        GOOD.forEach((name, value) -> values.put(name, value));
        values.putAll(decisions);
        if (element.equals("step_startExtended")) {
            values.put("startState", "started");
        }
        values.keySet().removeIf(name -> !walk.asks(step, name));
        walk.submit(project, element, values);
    }

    private Map<String, State> states() {
        return milestones.of(project).stream().collect(Collectors.toMap(Milestone::element, Milestone::state));
    }

    private Project.State state() {
        return projects.find(project).orElseThrow().state();
    }
}
