package org.waymark.deadline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.waymark.WaymarkTest;

@WaymarkTest
class DeadlineApiTest {

    private static final String ORACLE =
            "/api/v1/deadlines/compute?kind=MAX&unit=WD&n=15&anchor=2020-01-15&calendar=2019-11-21";

    @Autowired
    TestRestTemplate web;

    @Test
    void whoIsSignedInGetsTheDayAndASentenceInTheirLanguage() {
        assertThat(ask(ORACLE, "zh-CN").getBody().path("due").asText()).isEqualTo("2020-02-10");
        assertThat(ask(ORACLE, "zh-CN").getBody().path("explanation").asText()).contains("工作日");
        assertThat(ask(ORACLE, "en").getBody().path("explanation").asText()).contains("working days");
    }

    @ParameterizedTest(name = "{0} {2} {1} from {3} by calendar {4} is {5}")
    @CsvFileSource(resources = "/deadline/oracle.csv", numLinesToSkip = 1)
    void theDayIsTheOracles(String kind, String unit, int n, String anchor, String calendar, String due) {
        var query = "/api/v1/deadlines/compute?kind=%s&unit=%s&n=%d&anchor=%s".formatted(kind, unit, n, anchor);
        var answer = ask("current".equals(calendar) ? query : query + "&calendar=" + calendar, "en");
        assertThat(answer.getBody().path("due").asText()).isEqualTo(due);
    }

    @Test
    void aWrongParameterIsNamed() {
        var answer = ask(ORACLE.replace("n=15", "n=-1"), "en");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("field").asText()).isEqualTo("n");
        assertThat(answer.getBody().path("message").asText()).startsWith("Parameter n");
    }

    @Test
    void aStrangerGetsNothing() {
        assertThat(web.getForEntity(ORACLE, JsonNode.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<JsonNode> ask(String query, String language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return web.withBasicAuth("office", "waymark-demo")
                .exchange(query, HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);
    }
}
