package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo in a process of its own on an empty folder, killed while it opens its cases and again while people work. */
class RestartTest {

    private static final String PROJECT = "/api/v1/projects/LP-HSR";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    // of 220 open cases 13 are being posted: they wait for a day, not for a person
    private static final String ALL_TASKS = "{\"count\":207}";

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledWhenTheProcessIsKilled() {
        try (Server first = Server.start(folder)) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> first.get(PROJECT).contains("\"milestone\":\"milestone_appraisal\""));
            first.kill();
        }
        assertThat(count("select count(*) from roster_case where state = 'OPEN'"))
                .as("killed while cases were being opened")
                .isLessThan(220);

        String claimed;
        try (Server second = Server.start(folder)) {
            Browser leader = Browser.signedIn(second.port(), "leader");
            await().atMost(Duration.ofMinutes(2))
                    .until(() ->
                            leader.call("GET", TASKS + "/count", null).body().contains(ALL_TASKS));
            claimed = claimOne(second);
            second.kill();
        }
        assertThat(count("select count(*) from project")).isEqualTo(1);
        assertThat(count("select count(*) from roster_object")).isEqualTo(332);
        assertThat(
                        count(
                                "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and BUSINESS_KEY_ like '%:appraisal:1'"))
                .isEqualTo(220);
        assertThat(
                        count(
                                "select count(distinct BUSINESS_KEY_) from ACT_RU_EXECUTION where PARENT_ID_ is null and BUSINESS_KEY_ like '%:appraisal:1'"))
                .isEqualTo(220);
        assertThat(count("select count(*) from step where state = 'OPEN'"))
                .isEqualTo(count("select count(*) from ACT_RU_TASK"))
                .isEqualTo(count(
                        "select count(*) from ACT_RU_TASK t join step s on s.task_id = t.ID_ where s.state = 'OPEN'"));
        assertThat(count("select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();

        try (Server third = Server.start(folder)) {
            assertThat(Browser.signedIn(third.port(), "appraiser")
                            .call("GET", TASKS + "/" + claimed, null)
                            .body())
                    .contains("\"assignee\":\"appraiser\"");
            assertThat(third.get(PROJECT)).contains("\"valid\":332,\"closed\":112,\"open\":220,");
        }
    }

    /** An appraiser's task nobody had, claimed over HTTP. */
    private static String claimOne(Server server) {
        Browser appraiser = Browser.signedIn(server.port(), "appraiser");
        String tasks = appraiser
                .call("POST", TASKS + "?firstResult=0&maxResults=1", "{\"unassigned\":true}")
                .body();
        String id = tasks.substring(tasks.indexOf("\"id\":\"") + 6).split("\"")[0];
        var claim = appraiser.call("POST", TASKS + "/" + id + "/claim", "{\"userId\":\"appraiser\"}");
        assertThat(claim.statusCode()).as(claim.body()).isEqualTo(204);
        return id;
    }

    private int count(String sql) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("waymark"));
        source.setUser("sa");
        return JdbcClient.create(source).sql(sql).query(Integer.class).single();
    }
}
