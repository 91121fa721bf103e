package org.waymark.browser;

import java.io.File;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.boot.test.context.TestComponent;
import org.waymark.Walk;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.service.Services;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.progress.MonthDesk;
import org.waymark.progress.Report;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** Opens an instance of a diagram and moves it onto all of its user tasks at once, all in one person's hands. */
@TestComponent
class EveryTask {

    static final String PERSON = "manager";

    private static final String TOWN = "resettlement-project";
    private static final String PARK = "industrial-park";
    private static int count;

    private final Projects projects;
    private final Roster roster;
    private final TestRoster work;
    private final MonthDesk months;
    private final Walk walk;
    private final Steps steps;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RuleCatalogue rules;
    private final Anchors anchors;
    private final Services services;
    private final Clock clock;

    EveryTask(
            Projects projects,
            Roster roster,
            TestRoster work,
            MonthDesk months,
            Walk walk,
            Steps steps,
            RuntimeService runtime,
            TaskService tasks,
            RuleCatalogue rules,
            Anchors anchors,
            Services services,
            Clock clock) {
        this.projects = projects;
        this.roster = roster;
        this.work = work;
        this.months = months;
        this.walk = walk;
        this.steps = steps;
        this.runtime = runtime;
        this.tasks = tasks;
        this.rules = rules;
        this.anchors = anchors;
        this.services = services;
        this.clock = clock;
    }

    /** The open steps, one for each user task of this diagram. */
    List<Step> of(String process) {
        String project = "FORM-" + ++count;
        String key =
                switch (process) {
                    case "house-appraisal" -> object(project, TOWN, "underWay", "household", "appraisal");
                    case "house-demolition" -> object(project, TOWN, "underWay", "household", "demolition");
                    case "grave-relocation" -> object(project, TOWN, "underWay", "grave", "graves");
                    case "land-parcel" -> object(project, TOWN, "underWay", "parcel", "parcels");
                    case "enterprise-case" -> object(project, PARK, "built", "enterprise", "settling");
                    case "monthly-progress" -> month(project);
                    default -> project(project, process);
                };
        moveOntoAll(process, key);
        List<Step> open = steps.ofInstance(key).stream()
                .filter(step -> step.state() == Step.State.OPEN)
                .toList();
        open.forEach(step -> tasks.setAssignee(step.taskId(), PERSON));
        return open;
    }

    private String project(String code, String process) {
        projects.open(Walk.project(code, process, null));
        walk.jobs(code);
        return code;
    }

    private String object(String code, String template, String stage, String kind, String track) {
        projects.open(Walk.project(code, template, stage));
        walk.jobs(code);
        String number = "N-0001";
        roster.add(
                code,
                kind,
                List.of(new NewObject(
                        number,
                        "户主 001",
                        "luxi",
                        "1组",
                        null,
                        BigDecimal.valueOf(2),
                        3,
                        "cadre",
                        null,
                        null,
                        Map.of(),
                        null)));
        work.openRequested();
        String key = "%s:%s:%s:1".formatted(code, number, track);
        if (track.equals("demolition")) {
            // it comes after the appraisal, which is ended here as it would end
            change(code + ":" + number + ":appraisal:1")
                    .cancelAllForActivity("step_survey")
                    .startBeforeActivity("end_valueFixed")
                    .execute();
            work.work();
        }
        return key;
    }

    private String month(String code) {
        months.project(code, PERSON, "hsr", LocalDate.of(2021, 1, 4));
        months.plan(code, 2021, "1000");
        months.quantity(code, "roadbed", "3.2");
        months.asked(code, "2021-06", Report.State.REQUESTED);
        return MonthDesk.key(code, "2021-06");
    }

    private void moveOntoAll(String process, String key) {
        // every period runs from something that has happened
        rules.all().stream().map(Rule::anchor).distinct().forEach(event -> {
            anchors.record(key, event, LocalDate.now(clock), null, PERSON);
            services.imported(key, event, LocalDate.now(clock), PERSON);
        });
        List<String> open = walk.open(key);
        var change = change(key);
        Bpmn.readModelFromFile(new File("bpmn", process + ".bpmn")).getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .filter(element -> !open.contains(element))
                .forEach(change::startBeforeActivity);
        change.execute();
    }

    private ProcessInstanceModificationBuilder change(String key) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
        return runtime.createProcessInstanceModification(instance.getId());
    }
}
