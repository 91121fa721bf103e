package org.waymark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;

/** The lists on the left of Tasklist: what each holds for each of the people around a small project. */
@WaymarkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskListsTest {

    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";
    private static final String PROJECT = "LISTS-1";
    private static final String BEGUN = "LISTS-2";

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    Steps steps;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    @Autowired
    ObjectMapper json;

    @Autowired
    TaskLists lists;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Browser> browsers = new HashMap<>();

    /** Three surveys of the cadre's, an inspection nobody has claimed, one of the other cadre's, a project's first step. */
    @BeforeAll
    void aSmallProject() {
        projects.open(Walk.project(PROJECT));
        roster.open(
                PROJECT,
                List.of(
                        Walk.household(1, "luxi", null, Map.of()),
                        Walk.household(2, "luxi", null, Map.of()),
                        Walk.household(3, "luxi", null, Map.of()),
                        Walk.household(4, "luxi", "inspect", Map.of()),
                        Walk.household(5, "xuanao", null, Map.of())));
        projects.open(Walk.project(BEGUN));
        walk.jobs(BEGUN);
        due("late", household(1), "step_survey", -1);
        due("week", household(2), "step_survey", 6);
        due("later", household(3), "step_survey", 7);
        due("inspect", household(4), "step_siteSurvey", 0);
        due("other", household(5), "step_survey", -2);
        due("scope", BEGUN, "step_publishScope", 1);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            cadre     | Mine          | late week later
            cadre     | To claim      |
            cadre     | Due this week | week
            cadre     | Overdue       | late
            cadre     | Object steps  | late week later
            appraiser | Mine          |
            appraiser | To claim      | inspect
            appraiser | Due this week | inspect
            appraiser | Overdue       |
            appraiser | Object steps  | inspect
            cadre2    | Mine          | other
            cadre2    | To claim      |
            cadre2    | Due this week |
            cadre2    | Overdue       | other
            cadre2    | Object steps  | other
            manager   | Mine          |
            manager   | To claim      | scope
            manager   | Due this week | scope
            manager   | Overdue       |
            manager   | Object steps  |
            leader    | Mine          |
            leader    | To claim      |
            leader    | Due this week |
            leader    | Overdue       |
            leader    | Object steps  | other late inspect week later
            """)
    void aListHoldsWhatIsThePersonsByDueDay(String person, String list, String expected) {
        assertThat(tasks(person, list)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void thereAreNoOtherLists() {
        assertThat(filters("cadre"))
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder(
                        "我的待办 · Mine",
                        "待领取 · To claim",
                        "本周到期 · Due this week",
                        "已逾期 · Overdue",
                        "逐户环节 · Object steps");
    }

    @Test
    void whatIsDueOnOneDayKeepsItsOrderAlsoInAListMadeBefore() {
        String byDay = "[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]";
        JsonNode mine = filters("cadre").stream()
                .filter(one -> one.get("name").asText().endsWith("Mine"))
                .findFirst()
                .orElseThrow();
        var made = filters.getFilter(mine.get("id").asText());
        filters.saveFilter(made.setQuery(tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .orderByDueDate()
                .asc()));
        assertThat(sorting("Mine")).isEqualTo(byDay);

        lists.afterSingletonsInstantiated();

        for (String list : List.of("Mine", "To claim", "Due this week", "Overdue", "Object steps")) {
            assertThat(sorting(list))
                    .as(list)
                    .isEqualTo(
                            byDay.replace(
                                    "]",
                                    ",{\"sortBy\":\"created\",\"sortOrder\":\"asc\"},{\"sortBy\":\"id\",\"sortOrder\":\"asc\"}]"));
        }
    }

    private String sorting(String list) {
        return filters("cadre").stream()
                .filter(one -> one.get("name").asText().endsWith(" · " + list))
                .map(one -> one.at("/query/sorting").toString())
                .findFirst()
                .orElseThrow();
    }

    private void due(String name, String instance, String element, int days) {
        String task = walk.step(instance, element).taskId();
        steps.moveDue(task, desk.today().plusDays(days), "测试");
        names.put(task, name);
    }

    private static String household(int number) {
        return PROJECT + ":H-000" + number + ":appraisal:1";
    }

    /** Names of those of our tasks that are listed, in the order of the list. */
    private String tasks(String person, String list) {
        String filter = filters(person).stream()
                .filter(one -> one.get("name").asText().endsWith(" · " + list))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
        JsonNode listed = call(person, "POST", FILTERS + "/" + filter + "/list?firstResult=0&maxResults=2000", "{}");
        return StreamSupport.stream(listed.spliterator(), false)
                .map(task -> names.get(task.get("id").asText()))
                .filter(name -> name != null)
                .collect(Collectors.joining(" "));
    }

    private List<JsonNode> filters(String person) {
        JsonNode all = call(person, "GET", FILTERS + "?resourceType=Task&maxResults=100", null);
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private JsonNode call(String person, String method, String path, String body) {
        var answer = browsers.computeIfAbsent(person, desk::signedIn).call(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
