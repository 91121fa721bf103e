package org.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.WaymarkTest;

/** What no page of ours sends: each gets a sentence and never a failure of the system. */
@WaymarkTest
class OddRequestsTest {

    private static final String BAD = "请求不完整或有误";

    @LocalServerPort
    int port;

    private Wire wire;
    private String admin;

    @BeforeEach
    void signIn() {
        wire = new Wire(port, "zh-CN");
        admin = wire.signedIn("admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda//api/engine/engine/default/task",
                "/camunda/./api/engine/engine/default/task",
                "/camunda/x/../api/engine/engine/default/task",
                "/camunda/%61pi/engine/engine/default/task",
                "/camunda/%2e/api/engine/engine/default/task",
                "/camunda/api;a=b/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task;jsessionid=1",
                "//board",
                "/projects/x%0ay"
            })
    void anAddressInARoundaboutWayIsRefusedWithASentence(String path) {
        var answer = wire.get(path, admin);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(BAD);
        assertThat(wire.get(path, admin, "Accept: application/json").body()).contains("{\"message\":\"这个网址的写法不对");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/board%2fx", "/board%5cx", "/board%00", "/board\\x", "/board%zz", "/<x>"})
    void whatTheServerItselfRefusesIsSaidOnOurPage(String path) {
        var chinese = wire.get(path);
        assertThat(chinese.status()).isEqualTo(400);
        assertThat(chinese.body()).contains(BAD).contains("The request is incomplete or wrong");
        assertThat(chinese.body()).doesNotContain("Tomcat").doesNotContain("HTTP Status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/zz",
                "/camunda/app/tasklist/zz/",
                "/camunda/app/tasklist/scripts",
                "/camunda/app/zz/default/",
                "/error",
                "/ui/diagrams/nope"
            })
    void aPageThatIsNotThereIsNotFound(String path) {
        var answer = wire.get(path, admin);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面或对象").doesNotContain("null");
    }

    @Test
    void theTaskListIsWhereItWas() {
        assertThat(wire.get("/camunda/app/tasklist/default/", admin).status()).isEqualTo(200);
        assertThat(wire.get("/camunda/app/tasklist/default", admin).status()).isIn(200, 302);
        assertThat(wire.get("/camunda/app/tasklist/scripts/config.js", admin).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/projects/X/objects?number=a%00b, 请求不完整或有误",
        "/projects/X/objects?number=a%1Fb, 请求不完整或有误",
        "/board/overdue?village=a%00b, 请求不完整或有误"
    })
    void controlCharactersAreRefusedOnPages(String path, String sentence) {
        var answer = wire.get(path, admin);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void controlCharactersAreRefusedInTheApi() {
        var leader = "Authorization: Basic " + Base64.getEncoder().encodeToString("leader:waymark-demo".getBytes());
        var answer = wire.get("/api/v1/reminders?person=a%00b", leader, "Accept: application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("请求中含有控制字符");
        assertThat(new Wire(port, "en")
                        .get("/api/v1/reminders?person=a%00b", leader, "Accept: */*")
                        .body())
                .contains("control characters");
    }

    @Test
    void aNameWithAControlCharacterIsNobodysName() {
        String[] page = wire.loginPage();
        var form = wire.form("/login", "username=a%00b&password=x&_csrf=" + page[1], "Cookie: " + page[0]);
        assertThat(form.status()).isEqualTo(400);
        var basic = "Authorization: Basic " + Base64.getEncoder().encodeToString("a\0b:x".getBytes());
        assertThat(wire.get("/api/v1/projects", basic, "Accept: */*").status()).isEqualTo(401);
    }

    @Test
    void linesAndTabsOfATextAreNoControlCharacters() {
        assertThat(wire.get("/board/overdue?village=a%0D%0Ab%09c", admin).status())
                .isEqualTo(200);
    }

    @Test
    void aPageOfAFailureShowsTheClockOfTheProduct() {
        var answer = wire.get("/nowhere", admin);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("404 · 2021-06-");
    }
}
