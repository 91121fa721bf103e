package org.waymark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;

/** What people do with a step's form in Tasklist, over HTTP. */
@TestComponent
public class Desk {

    private final Projects projects;
    private final TestRoster roster;
    private final Steps steps;
    private final Walk walk;
    private final ObjectMapper json;
    private final Environment environment;
    private final Clock clock;

    Desk(
            Projects projects,
            TestRoster roster,
            Steps steps,
            Walk walk,
            ObjectMapper json,
            Environment environment,
            Clock clock) {
        this.projects = projects;
        this.roster = roster;
        this.steps = steps;
        this.walk = walk;
        this.json = json;
        this.environment = environment;
        this.clock = clock;
    }

    /** The first step of household H-0001 in Luxi, in a new project; {@code stage} null for the beginning. */
    public Step open(String project, String stage, Map<String, LocalDate> anchors) {
        projects.open(Walk.project(project));
        roster.open(project, List.of(Walk.household(1, "luxi", stage, anchors)));
        return steps.ofInstance(household(project)).get(0);
    }

    public static String household(String project) {
        return project + ":H-0001:appraisal:1";
    }

    public Browser signedIn(String person) {
        return signedIn(person, "zh-CN");
    }

    public Browser signedIn(String person, String language) {
        return Browser.signedIn(environment.getRequiredProperty("local.server.port", Integer.class), person, language);
    }

    public HttpResponse<String> save(Browser browser, Step step, Map<String, Object> fields, int revision) {
        return save(browser, step, fields, revision, false);
    }

    public HttpResponse<String> draft(Browser browser, Step step, Map<String, Object> fields, int revision) {
        return save(browser, step, fields, revision, true);
    }

    private HttpResponse<String> save(
            Browser browser, Step step, Map<String, Object> fields, int revision, boolean draft) {
        try {
            return browser.call(
                    "PUT",
                    "/ui/steps/" + step.taskId() + "/entry",
                    json.writeValueAsString(Map.of("revision", revision, "fields", fields, "draft", draft)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Address of the step's task in Camunda's web API. */
    public static String task(Step step) {
        return "/camunda/api/engine/engine/default/task/" + step.taskId();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
