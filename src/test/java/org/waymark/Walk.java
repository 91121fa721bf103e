package org.waymark;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.waymark.engine.Engine;
import org.waymark.evidence.Evidence;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.roster.NewObject;
import org.waymark.template.Field;
import org.waymark.template.Form;
import org.waymark.template.Forms;

/** Walks diagrams in tests the way people and time do: fills forms, submits steps, lets jobs and timers run. */
@TestComponent
public class Walk {

    private final Steps steps;
    private final Entries entries;
    private final Forms forms;
    private final Evidence evidence;
    private final Engine engine;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    Walk(
            Steps steps,
            Entries entries,
            Forms forms,
            Evidence evidence,
            Engine engine,
            RuntimeService runtime,
            ManagementService management,
            Clock clock) {
        this.steps = steps;
        this.entries = entries;
        this.forms = forms;
        this.evidence = evidence;
        this.engine = engine;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** A project of one track, the households' appraisal, from its beginning. */
    public static Opening project(String code) {
        return project(code, "appraisal-only", null);
    }

    /** A project of any template at any of its stages, null for the beginning. */
    public static Opening project(String code, String template, String stage) {
        return new Opening(
                code,
                template,
                "测试项目",
                "Test project",
                "leader",
                "manager",
                "hsr",
                LocalDate.of(2021, 6, 1),
                LocalDate.of(2021, 12, 31),
                stage,
                Map.of(),
                Map.of(),
                Plan.of("resettlement"));
    }

    /** A household at the given stage, null for the beginning. */
    public static NewObject household(int number, String village, String stage, Map<String, LocalDate> anchors) {
        return new NewObject(
                "H-%04d".formatted(number),
                "户主 %03d".formatted(number),
                village,
                "1组",
                "1标",
                new BigDecimal("120.50"),
                4,
                "luxi".equals(village) ? "cadre" : "cadre2",
                null,
                stage,
                anchors,
                LocalDate.of(2021, 5, 20));
    }

    public List<String> open(String instanceKey) {
        return steps.ofInstance(instanceKey).stream()
                .filter(step -> step.state() == Step.State.OPEN)
                .map(Step::element)
                .toList();
    }

    public Step step(String instanceKey, String element) {
        return steps.ofInstance(instanceKey).stream()
                .filter(step ->
                        step.state() == Step.State.OPEN && step.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No open step %s in %s, only %s".formatted(element, instanceKey, open(instanceKey))));
    }

    /** Fills the form with the first sensible values, {@code decisions} over them, and submits. */
    public void submit(String instanceKey, String element, Map<String, Object> decisions) {
        Step step = step(instanceKey, element);
        if (step.assignee() == null) {
            engine.assign(step.taskId(), owner(step));
        }
        int revision = entries.of(step).revision();
        entries.save(step.taskId(), filled(step, decisions), revision, false, owner(step));
        engine.complete(step.taskId());
    }

    /** Whom a step is for: its assignee, else the demo person of its group. */
    public static String owner(Step step) {
        return step.assignee() != null ? step.assignee() : step.candidateGroup().replaceAll("s(\\..*)?$", "");
    }

    /** Values for every field, {@code decisions} over them, with an uploaded file where evidence is asked. */
    public Map<String, Object> filled(Step step, Map<String, Object> decisions) {
        Form form = forms.of(step.definition(), step.element());
        form.fields().stream()
                .filter(Field::evidence)
                .forEach(field -> evidence.add(
                        new Evidence.Place(step.instanceKey(), step.element(), step.round(), field.name()),
                        "a.pdf",
                        "application/pdf",
                        new ByteArrayInputStream(new byte[] {1}),
                        "cadre"));
        return filled(form, decisions);
    }

    public void submit(String instanceKey, String element) {
        submit(instanceKey, element, Map.of());
    }

    /** Takes a new project from its announcement to its appraisal, with an agency agreed upon. */
    public void toAppraisal(String project) {
        jobs(project);
        submit(project, "step_publishScope");
        submit(project, "step_notifyFreeze");
        jobs(project);
        submit(project, "step_consultAgency", Map.of("agencyAgreed", "true"));
        jobs(project);
        submit(project, "step_signCommission");
        jobs(project);
    }

    /** What the step's form shows when it is opened. */
    public Map<String, Object> held(Step step) {
        return entries.of(step).fields();
    }

    /** Whether the form of this step has this field. */
    public boolean asks(Step step, String field) {
        return forms.of(step.definition(), step.element()).field(field).isPresent();
    }

    /** The form of this step. */
    public Form form(Step step) {
        return forms.of(step.definition(), step.element());
    }

    /** Values for every field. */
    public Map<String, Object> filled(Form form, Map<String, Object> decisions) {
        Map<String, Object> values = new LinkedHashMap<>();
        form.fields().forEach(field -> values.put(field.name(), value(field)));
        values.putAll(decisions);
        return values;
    }

    private Object value(Field field) {
        if (field.evidence()) {
            return List.of("file-1");
        }
        return switch (field.type()) {
            case "date" -> LocalDate.now(clock).toString();
            case "number" -> field.min() == null ? "1" : field.min().toPlainString();
            case "select" -> field.truth() ? "false" : field.options().get(0);
            default -> "x";
        };
    }

    /** Runs every job of a project and its cases that is due by now, and those that makes due; no other project's. */
    public void jobs(String project) {
        List<Job> due;
        while (!(due = due(project)).isEmpty()) {
            // one at a time: it may take away another
            management.executeJob(due.get(0).getId());
        }
    }

    private List<Job> due(String project) {
        Instant now = clock.instant();
        return Stream.of(
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(project),
                        runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(project + ":%"))
                .flatMap(instances -> instances.list().stream())
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).active().list().stream())
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(now))
                .toList();
    }
}
