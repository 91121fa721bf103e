package org.waymark.deadline.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.RuleCatalogue;

/** What a service must have, by its way, and the day that counts. */
class ServiceFormTest {

    private static final Map<String, String> SERVED = Map.of("anchorField", "servedOn");

    private final StaticMessageSource texts = new StaticMessageSource();

    // 民事诉讼法 2021 第九十五条 (30 days from 2022), 2017 第九十二条 (60 days before); the day of the notice is not counted
    @ParameterizedTest
    @CsvSource({"2021-04-15, 2021-06-14", "2021-12-31, 2022-03-01", "2022-01-01, 2022-01-31", "2024-01-31, 2024-03-01"})
    void aPublicNoticeServesWhenItHasRunItsTime(LocalDate notice, LocalDate served) {
        var fields = form("public", Map.of("noticePostedOn", notice.toString()));
        assertThat(new AnchorDays(on("2024-06-01")).of(SERVED, fields)).contains(served);
        assertThat(new AnchorDays(on("2024-06-01")).told(SERVED, fields)).isEqualTo("noticePostedOn");
    }

    @ParameterizedTest
    @CsvSource({"2022-01-31, noticePostedOn", "2022-02-01, ''"})
    void beforeThatItCannotBeSubmitted(String today, String refused) {
        var fields = form("public", Map.of("noticePostedOn", "2022-01-01"));
        assertThat(String.join(",", on(today).wrong(name -> true, fields).keySet()))
                .isEqualTo(refused);
    }

    @Test
    void theDayOfAPublicNoticeIsNotAnyDay() {
        var fields = form("public", Map.of("noticePostedOn", "2022-01-01", "servedOn", "2022-01-30"));
        assertThat(on("2022-03-01").wrong(name -> true, fields)).containsOnlyKeys("servedOn");
        var right = form("public", Map.of("noticePostedOn", "2022-01-01", "servedOn", "2022-01-31"));
        assertThat(on("2022-03-01").wrong(name -> true, right)).isEmpty();
    }

    @Test
    void byPostTheReceiptCountsAndComesAfterThePosting() {
        var fields = form("post", Map.of("sentOn", "2021-06-01", "servedOn", "2021-06-04"));
        assertThat(on("2021-06-15").wrong(name -> true, fields)).isEmpty();
        assertThat(new AnchorDays(on("2021-06-15")).of(SERVED, fields)).contains(LocalDate.of(2021, 6, 4));
        var early = form("post", Map.of("sentOn", "2021-06-05", "servedOn", "2021-06-04"));
        assertThat(on("2021-06-15").wrong(name -> true, early)).containsOnlyKeys("servedOn");
    }

    @Test
    void leftAtTheHomeNeedsTwoWitnessesOrAPhoto() {
        ServiceForm form = on("2021-06-15");
        assertThat(form.wrong(name -> true, form("left", Map.of("serviceWitness", "一"))))
                .containsOnlyKeys("serviceWitness");
        assertThat(form.wrong(name -> true, form("left", Map.of("serviceWitness", "一", "serviceWitness2", "二"))))
                .isEmpty();
        assertThat(form.wrong(name -> true, form("left", Map.of("servicePhoto", List.of("file")))))
                .isEmpty();
    }

    @Test
    void aFormOlderThanTheSecondWitnessIsNotAskedForHim() {
        var fields = form("left", Map.of("serviceWitness", "一"));
        assertThat(on("2021-06-15").wrong(name -> !name.equals("serviceWitness2"), fields))
                .isEmpty();
    }

    @Test
    void whatIsPostedInSeveralPlacesCountsFromTheLast() {
        var days = new AnchorDays(on("2021-06-15"));
        var places = Map.of("anchorField", "townPostedOn villagePostedOn groupPostedOn");
        Map<String, Object> fields =
                Map.of("townPostedOn", "2021-06-01", "villagePostedOn", "2021-06-09", "groupPostedOn", "2021-06-03");
        assertThat(days.of(places, fields)).contains(LocalDate.of(2021, 6, 9));
        assertThat(days.told(places, fields)).isEqualTo("villagePostedOn");
    }

    private static Map<String, Object> form(String way, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("serviceWay", way);
        return fields;
    }

    private ServiceForm on(String today) {
        texts.setUseCodeAsDefaultMessage(true);
        var shanghai = ZoneId.of("Asia/Shanghai");
        Instant noon = LocalDate.parse(today).atTime(12, 0).atZone(shanghai).toInstant();
        return new ServiceForm(
                new Deadlines(new WorkCalendar(), new RuleCatalogue()), texts, Clock.fixed(noon, shanghai));
    }
}
