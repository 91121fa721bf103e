package org.waymark.board.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;

/**
 * Three chains of periods worked by hand: objections over a Spring Festival, a requisition begun before and one begun after
 * the rules of 2021, and the filing of a demolition. The page of each rule and the API say the same day.
 */
@WaymarkTest
class ChainsTest {

    @Autowired
    Desk desk;

    @Autowired
    TestRestTemplate web;

    @ParameterizedTest(name = "{0}: {1} from {2}")
    @CsvFileSource(resources = "/deadline/chains.csv", numLinesToSkip = 1, delimiter = ';')
    void theDayIsTheOneWorkedByHand(
            String chain, String rule, String anchor, String calendar, String day, String byHand) {
        Browser cadre = desk.signedIn("cadre");
        JsonNode answer = web.withBasicAuth("cadre", "waymark-demo")
                .getForObject(
                        "/api/v1/deadlines/compute?rule=%s&anchor=%s&calendar=%s".formatted(rule, anchor, calendar),
                        JsonNode.class);
        boolean none = day.equals("none");
        assertThat(answer.path("due").asText("none")).as(byHand).isEqualTo(day);
        assertThat(answer.path("limit").asBoolean()).isNotEqualTo(none);
        if (calendar.equals("current")) {
            String said = cadre.page("/deadlines/rules/%s?anchor=%s".formatted(rule, anchor))
                    .body()
                    .replaceAll("(?s).*<div class=\"note\"[^>]*>(.*?)</div>.*", "$1");
            assertThat(said).contains(none ? "当时规则未录入" : day);
        }
    }
}
