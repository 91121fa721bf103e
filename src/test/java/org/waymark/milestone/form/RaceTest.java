package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Desk.task;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** Two requests at the same moment: one wins, the other hears a sentence, and everything is there once. */
@WaymarkTest
class RaceTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    private final String project = "RACE-" + ++count;
    private final String household = Desk.household(project);

    @BeforeEach
    void twoAppraisers() {
        db.sql(
                        """
                        insert into person (id, name_zh, name_en, mail, unit, password_hash, active)
                        select 'appraiser2', '评估师乙', 'Appraiser B', mail, unit, password_hash, true from person
                        where id = 'appraiser' and not exists (select 1 from person where id = 'appraiser2')""")
                .update();
        db.sql(
                        """
                        insert into person_role (person, role) select 'appraiser2', 'appraisers' from (select 1 as one) t
                        where not exists (select 1 from person_role where person = 'appraiser2')""")
                .update();
    }

    @RepeatedTest(5)
    void ofTwoWhoClaimAtOnceOneGetsTheStep() {
        Step step = desk.open(project, "inspect", Map.of());
        var answers = Together.all(Stream.of("appraiser", "appraiser2")
                .map(person -> claim(desk.signedIn(person), step, person))
                .toList());
        assertThat(won(answers)).isEqualTo(1);
        assertThat(lost(answers).statusCode()).isIn(403, 409);
        assertThat(lost(answers).body()).containsAnyOf("刚被别人领取", "已被别人领取", "别人刚刚办理");
        assertThat(steps.of(step.taskId()).assignee()).isIn("appraiser", "appraiser2");
        assertThat(log.of(household).stream()
                        .filter(change -> change.what().equals("step.assigned"))
                        .count())
                .isEqualTo(1);
    }

    @RepeatedTest(5)
    void aDoubleClickSubmitsOnce() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.save(cadre, step, walk.filled(step, Map.of()), 0);
        Callable<HttpResponse<String>> click = () -> cadre.call("POST", task(step) + "/submit-form", "{}");
        var answers = Together.all(List.of(click, click));
        assertThat(won(answers)).isEqualTo(1);
        assertThat(lost(answers).statusCode()).isIn(404, 409);
        assertThat(lost(answers).body()).containsAnyOf("已经办结或不存在", "别人刚刚办理");
        assertThat(walk.open(household)).containsExactly("step_postSurvey");
        assertThat(log.firstBroken(household)).isEmpty();
    }

    @RepeatedTest(5)
    void ofTwoFirstSavesOneIsStored() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        cadre.call("GET", "/ui/csrf", null); // the session's token is made once
        var answers = Together.all(Stream.of("first", "second")
                .<Callable<HttpResponse<String>>>map(
                        remark -> () -> desk.draft(cadre, step, Map.of("remark", remark), 0))
                .toList());
        assertThat(won(answers)).isEqualTo(1);
        assertThat(lost(answers).statusCode()).isEqualTo(409);
    }

    private static Callable<HttpResponse<String>> claim(Browser browser, Step step, String person) {
        return () -> browser.call("POST", task(step) + "/claim", "{\"userId\":\"%s\"}".formatted(person));
    }

    private static long won(List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() < 300).count();
    }

    private static HttpResponse<String> lost(List<HttpResponse<String>> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() >= 300)
                .findFirst()
                .orElseThrow();
    }
}
