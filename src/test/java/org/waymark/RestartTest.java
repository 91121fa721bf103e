package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.milestone.step.StepOpened;

/** The demo in a process of its own on an empty folder, killed while it opens its cases and again while people work. */
class RestartTest {

    private static final String PROJECT = "/api/v1/projects/LP-HSR";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String BANNER = "演示时钟 2021-06-15";
    private static final String ANOTHER_DAY = "--waymark.demo.today=2022-03-01";
    private static final String CASES =
            "from ACT_RU_EXECUTION where PARENT_ID_ is null and BUSINESS_KEY_ like 'LP-HSR:%'";
    private static final int OPEN_CASES = 1453;

    // those of the open cases that wait for a day have none, projects under way have their own
    private static final String ALL_TASKS = "{\"count\":1417}";

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledWhenTheProcessIsKilled() {
        try (Server first = Server.start(Held.class, folder)) {
            Duration untilLogin = first.untilLogin();
            assertThat(first.worked()).as("a minute, had it been alone").isLessThan(Duration.ofMinutes(1));
            assertThat(untilLogin).isLessThan(Duration.ofSeconds(60L * jobsPerCore()));
            await().atMost(Duration.ofMinutes(5)).until(() -> first.said(Held.HERE));
            assertThat(board(first)).contains(BANNER);
        }
        assertThat(count("select count(*) from roster_case where state = 'OPEN'"))
                .as("killed in the middle of the second hundred")
                .isEqualTo(100);

        String claimed;
        try (Server second = Server.start(Application.class, folder, ANOTHER_DAY)) {
            assertThat(board(second)).as("the first start's clock").contains(BANNER);
            Browser leader = Browser.signedIn(second.port(), "leader");
            await().atMost(Duration.ofMinutes(5))
                    .until(() ->
                            leader.call("GET", TASKS + "/count", null).body().contains(ALL_TASKS));
            claimed = claimOne(second);
        }
        List<Integer> kept = counts();
        assertThat(kept.subList(0, 2)).as("projects and objects").containsExactly(39, 332 + 191 + 1689);
        assertThat(count("select count(*) " + CASES)).isEqualTo(OPEN_CASES);
        assertThat(count("select count(distinct BUSINESS_KEY_) " + CASES)).isEqualTo(OPEN_CASES);
        assertThat(count("select count(*) from step where state = 'OPEN'"))
                .isEqualTo(count("select count(*) from ACT_RU_TASK"))
                .isEqualTo(count(
                        "select count(*) from ACT_RU_TASK t join step s on s.task_id = t.ID_ where s.state = 'OPEN'"));
        assertThat(count("select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();

        try (Server third = Server.start(Application.class, folder, ANOTHER_DAY)) {
            assertThat(Browser.signedIn(third.port(), "appraiser")
                            .call("GET", TASKS + "/" + claimed, null)
                            .body())
                    .contains("\"assignee\":\"appraiser\"");
            assertThat(third.get(PROJECT)).contains("\"valid\":332,\"closed\":180,\"open\":152,");
            assertThat(board(third)).contains(BANNER);
        }
        assertThat(counts()).isEqualTo(kept);
    }

    /** Waymark that stops at the 150th step of a case: a hundred cases are opened and committed, the next hundred half opened. */
    static class Held {

        static final String HERE = "held at the 150th step";

        private final AtomicInteger opened = new AtomicInteger();

        public static void main(String[] args) {
            TimeZone.setDefault(TimeZone.getTimeZone(Application.ZONE));
            SpringApplication.run(new Class<?>[] {Application.class, Held.class}, args);
        }

        @EventListener
        void on(StepOpened step) throws InterruptedException {
            if (step.instanceKey().startsWith("LP-HSR:") && opened.incrementAndGet() == 150) {
                System.out.println(HERE);
                new CountDownLatch(1).await();
            }
        }
    }

    /** How many of whatever runs on this machine share a core, 1 if it does nothing but this. */
    private static int jobsPerCore() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.max(1, Math.ceil(machine.getSystemLoadAverage() / machine.getAvailableProcessors()));
    }

    private static String board(Server server) {
        return Browser.signedIn(server.port(), "leader")
                .call("GET", "/board", null)
                .body();
    }

    private List<Integer> counts() {
        return Stream.of("project", "roster_object", "roster_case", "step", "milestone", "change_log")
                .map(table -> count("select count(*) from " + table))
                .toList();
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
