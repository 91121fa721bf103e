package org.waymark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Application;
import org.waymark.Browser;
import org.waymark.Server;
import org.waymark.template.Field;
import org.waymark.template.Form;

/** Two nodes on one database: what one does the other shows, and what one leaves undone the other does. */
class TwoNodesTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    private static Nodes nodes;

    @BeforeAll
    static void startBothAtOnce() {
        nodes = Nodes.start();
    }

    @AfterAll
    static void endAll() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @BeforeEach
    void both() {
        nodes.bothUp();
    }

    @Test
    void twoNodesStartingAtOnceSeedOnce() {
        long templates = nodes.count("select count(distinct NAME_) from ACT_RE_DEPLOYMENT");
        assertThat(templates).isEqualTo(diagrams());
        assertThat(nodes.count("select count(*) from ACT_RE_DEPLOYMENT")).isEqualTo(templates);
        assertThat(nodes.count("select count(*) from ACT_RE_PROCDEF where VERSION_ > 1"))
                .isZero();
        assertThat(nodes.count("select count(*) from ACT_RU_FILTER")).isEqualTo(5);
        assertThat(
                        nodes.count(
                                """
                        select count(*) from (select 1 from ACT_RU_AUTHORIZATION
                          group by GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_ having count(*) > 1) twice"""))
                .isZero();
        assertThat(nodes.count("select count(*) from ACT_RU_AUTHORIZATION")).isPositive();
        assertThat(nodes.count("select count(*) from person_role where role = 'admin'"))
                .isOne();
        for (Server node : nodes.all()) {
            Browser.signedIn(node.port(), Nodes.ADMINISTRATOR, Nodes.SECRET, "zh-CN");
        }
    }

    @Test
    void aStepSubmittedOnOneNodeIsOnTheOthersBoardAtOnce() {
        nodes.open("SEEN", 1);
        Browser here = Browser.signedIn(nodes.first().port(), "cadre");
        Browser there = Browser.signedIn(nodes.second().port(), "leader");
        assertThat(now(there)).isEqualTo("入户调查");

        submitSurvey(here);

        assertThat(now(there)).isEqualTo("未登记建筑联合认定");
    }

    @Test
    void aSessionOutlivesItsNode() {
        nodes.open("KEPT", 1);
        Browser cadre = Browser.signedIn(nodes.first().port(), "cadre");
        nodes.first().kill();
        Browser elsewhere = cadre.at(nodes.second().port());
        assertThat(elsewhere.page("/board").statusCode()).isEqualTo(200);
        var mine = elsewhere.call("POST", TASKS + "?maxResults=50", "{\"assignee\":\"cadre\"}");
        assertThat(mine.statusCode()).as(mine.body()).isEqualTo(200);
        assertThat(mine.body()).contains("step_survey");
    }

    @Test
    void aKilledNodesJobsGoOnWithinAMinute() {
        Server busy = nodes.openHeld("HELD");
        long killed = System.nanoTime();
        nodes.letGo("HELD");
        busy.kill();
        assertThat(opened("HELD")).isZero();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> opened("HELD") > 0);
        System.out.printf(
                "A killed node's job was done by the other after %.1f s%n", (System.nanoTime() - killed) / 1e9);
        assertThat(opened("HELD")).isOne();
    }

    @Test
    void whatAKilledNodeLeftOfANoticeTheOtherDoesAndNothingTwice() {
        nodes.open("MOVED", 1);
        int periods = 12_000;
        LocalDate today = LocalDate.now(ZoneId.of(Application.ZONE));
        periods(periods, today);
        Browser office = Browser.signedIn(nodes.first().port(), "office");
        Map<String, String> notice = new LinkedHashMap<>();
        notice.put("published", today.toString());
        notice.put("number", "test");
        notice.put("year", String.valueOf(today.getYear()));
        notice.put("text", today.plusDays(1) + "," + today.plusDays(14) + ",off,test");
        String form = "/calendar/notices/new";
        notice.put(
                "shown",
                office.form(form, notice).body().replaceAll("(?s).*name=\"shown\" value=\"([^\"]*)\".*", "$1"));
        var published = office.form(form, notice);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(302);

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> moved("moved > 0") > 0);
        nodes.first().kill();
        long before = moved("moved > 0");
        await().atMost(Duration.ofSeconds(60)).until(() -> moved("moved > 0") == periods);

        System.out.printf("A node was killed after %d of %d periods%n", before, periods);
        assertThat(before).isLessThan(periods);
        assertThat(moved("moved = 1")).isEqualTo(periods);
        assertThat(
                        nodes.count(
                                """
                        select count(*) from legal_period p where project = 'MOVED-MANY' and (select count(*)
                          from change_log c where c.chain = p.instance_key and c.what = 'period.notice') <> 2"""))
                .isZero();
    }

    /** As many running periods of ten working days from today, of cases without steps; computed once, which moves them. */
    private static void periods(int number, LocalDate today) {
        nodes.db()
                .sql(
                        """
                        insert into anchor_event (instance_key, event, happened_on, recorded_at, recorded_by)
                        select 'MOVED-MANY:H-' || n || ':appraisal:1', 'urgeServed', cast(? as date), now(), 'cadre'
                        from generate_series(1, ?) n""")
                .params(today, number)
                .update();
        nodes.db()
                .sql(
                        """
                        insert into legal_period (instance_key, project, rule, rule_from, kind, holder, anchor_event,
                          anchor_on, raw_on, due_on, original_due_on, calendar_as_of, provisional, computed_with, state,
                          opened_at, running_for, moved)
                        select instance_key, 'MOVED-MANY', 'ENF-URGE', '2012-01-01', 'MIN', 'OURS', event, happened_on,
                          happened_on, happened_on, happened_on, happened_on, true, 0, 'RUNNING', now(),
                          instance_key || '/ENF-URGE', -1 from anchor_event where event = 'urgeServed'""")
                .update();
        await().atMost(Duration.ofSeconds(60)).until(() -> moved("moved = 0") == number);
    }

    private static long moved(String which) {
        return nodes.count("select count(*) from legal_period where project = 'MOVED-MANY' and " + which);
    }

    private static long opened(String project) {
        return nodes.count("select count(*) from step where project = ?", project);
    }

    /** The product's, and those the tests bring along. */
    private static long diagrams() {
        return Stream.of("bpmn", "src/test/resources/bpmn")
                .flatMap(folder -> Arrays.stream(new File(folder).list()))
                .filter(file -> file.endsWith(".bpmn"))
                .count();
    }

    /** The step a household's page says it stands at. */
    private static String now(Browser browser) {
        String page = browser.page("/projects/SEEN/objects/H-0001").body();
        return page.replaceAll("(?s).*<p class=\"now\">.*?<b>([^<]*)</b>.*", "$1");
    }

    private static void submitSurvey(Browser cadre) {
        String tasks = cadre.call(
                        "POST",
                        TASKS + "?maxResults=50",
                        "{\"processInstanceBusinessKey\":\"SEEN:H-0001:appraisal:1\"}")
                .body();
        String task = tasks.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : survey().fields()) {
            if (field.evidence()) {
                var answer = cadre.upload(
                        "/ui/steps/" + task + "/evidence", Map.of("field", field.name()), "a.pdf", new byte[] {1});
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            } else {
                values.put(field.name(), value(field));
            }
        }
        var saved = cadre.call(
                "PUT", "/ui/steps/" + task + "/entry", json(Map.of("revision", 0, "fields", values, "draft", false)));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        var done = cadre.call("POST", TASKS + "/" + task + "/complete", "{}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    private static Object value(Field field) {
        return switch (field.type()) {
            case "date" -> LocalDate.now(ZoneId.of(Application.ZONE)).toString();
            case "number" -> field.min() == null ? "1" : field.min().toPlainString();
            case "select" -> field.truth() ? "true" : field.options().get(0);
            default -> "x";
        };
    }

    private static Form survey() {
        try {
            return Form.parse(Files.readString(Path.of("bpmn/forms/house-appraisal/step_survey.html")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
