package org.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Rows;
import org.waymark.WaymarkTest;

@WaymarkTest
class ApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String project = "API-" + UUID.randomUUID().toString().substring(0, 8);
    private Rows rows;

    @BeforeEach
    void project() {
        rows = new Rows(db, clock, project)
                .project()
                .household(1, "CLOSED", null)
                .household(2, "OPEN", "inspect")
                .household(3, "OPEN", "inspect")
                .household(4, "OPEN", "entry")
                .ours(2, 3)
                .waiting(3, 12, "铁路方")
                .step(4, 90, "THEIRS", null, "1组");
    }

    @Test
    void projectsComeWithShareAndLamp() {
        JsonNode line = mine(get("/api/v1/projects", "en").getBody(), "code");
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("code", "name", "state", "percent", "overdue", "lamp", "startsOn", "targetOn");
        assertThat(line.get("name").asText()).isEqualTo("Test project");
        assertThat(line.get("percent").asInt()).isEqualTo(25);
        assertThat(line.get("overdue").asInt()).isEqualTo(1);
        assertThat(line.at("/lamp/color").asText()).isEqualTo("RED");
        assertThat(line.at("/lamp/reason").asText())
                .isEqualTo("1 step overdue; the oldest was due %s, 3 days ago"
                        .formatted(rows.today().minusDays(3)));
    }

    @Test
    void aProjectComesWithItsMilestonesAndRosters() {
        JsonNode whole = get("/api/v1/projects/" + project, "zh-CN").getBody();
        JsonNode milestone = whole.at("/milestones/0");
        assertThat(milestone.fieldNames())
                .toIterable()
                .containsExactly("element", "name", "state", "round", "planned", "original", "actual", "lamp");
        assertThat(milestone.get("name").asText()).isEqualTo("房屋评估");
        assertThat(milestone.get("planned").asText())
                .isEqualTo(rows.today().plusDays(30).toString());
        assertThat(milestone.get("actual").isNull()).isTrue();
        JsonNode roster = whole.at("/rosters/0");
        assertThat(roster.get("valid").asInt()).isEqualTo(4);
        assertThat(roster.get("open").asInt()).isEqualTo(3);
        assertThat(roster.get("closed").asInt()).isEqualTo(1);
        assertThat(roster.at("/byStage/inspect").asInt()).isEqualTo(2);
    }

    @Test
    void overdueNamesWhoAnswersAndWhoIsWaitedFor() {
        JsonNode all = get("/api/v1/overdue", "zh-CN").getBody();
        var found = StreamSupport.stream(all.spliterator(), false)
                .filter(row -> row.get("project").asText().equals(project))
                .toList();
        assertThat(found).extracting(row -> row.get("object").asText()).containsExactly("H-0003", "H-0002");
        assertThat(found).extracting(row -> row.get("daysLate").asInt()).containsExactly(12, 3);
        assertThat(found).extracting(row -> row.get("waitingFor").asText()).containsExactly("铁路方", "null");
        assertThat(found.get(1).fieldNames())
                .toIterable()
                .containsExactly(
                        "project",
                        "milestone",
                        "object",
                        "step",
                        "village",
                        "team",
                        "due",
                        "daysLate",
                        "responsible",
                        "waitingFor");
        assertThat(found.get(1).get("responsible").asText()).isEqualTo("cadre");
    }

    @Test
    void anUnknownProjectIsSaidInTheReadersLanguage() {
        var answer = get("/api/v1/projects/NONE", "en");
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody().get("message").asText()).isEqualTo("There is no project NONE. Check the code.");
        assertThat(get("/api/v1/projects/NONE", "zh-CN")
                        .getBody()
                        .get("message")
                        .asText())
                .isEqualTo("没有编号为 NONE 的项目，请核对编号。");
    }

    @Test
    void remindersAreTheLedgersRows() {
        db.sql(
                        """
                        insert into reminder_ledger (person, task_id, stage, due_on, morning, state)
                        values ('cadre', ?, 'DUE', ?, ?, 'SENT')""")
                .params(project, rows.today(), rows.today())
                .update();
        JsonNode row =
                get("/api/v1/reminders?person=cadre&limit=1", "en").getBody().get(0);
        assertThat(row.get("taskId").asText()).isEqualTo(project);
        assertThat(row.get("day").asText()).isEqualTo(rows.today().toString());
    }

    @Test
    void aStrangerGetsNothing() {
        assertThat(http.getForEntity("/api/v1/projects", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private JsonNode mine(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get(field).asText().equals(project))
                .findFirst()
                .orElseThrow();
    }

    private ResponseEntity<JsonNode> get(String path, String language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return http.withBasicAuth("leader", "waymark-demo")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);
    }
}
