package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Desk.task;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.deadline.service.ServiceRecord;
import org.waymark.deadline.service.Services;
import org.waymark.deadline.service.Way;
import org.waymark.evidence.Evidence;
import org.waymark.milestone.step.Step;

/** How a paper was served is recorded with the step, and the citizen's period runs from that record. */
@WaymarkTest
class ServiceTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Services services;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    Evidence evidence;

    @Autowired
    JdbcClient db;

    private final String project = "SERVICE-" + ++count;
    private final String household = Desk.household(project);

    @Test
    void whatWasHandedOverStartsThePeriodWithItsRecord() {
        Step serve = desk.open(project, "service", Map.of());
        LocalDate day = desk.today().minusDays(3);
        walk.submit(household, serve.element(), Map.of("servedOn", day.toString(), "receiver", "李四"));
        ServiceRecord record = services.latest(household, "reportServed").orElseThrow();
        assertThat(record.way()).isEqualTo(Way.DIRECT);
        assertThat(record.servedOn()).isEqualTo(day);
        assertThat(record.receiver()).isEqualTo("李四");
        assertThat(record.files()).isEqualTo(2);
        assertThat(period().anchorOn()).isEqualTo(day);
    }

    @Test
    void byPostThePeriodRunsFromTheReceipt() {
        Step serve = desk.open(project, "service", Map.of());
        LocalDate sent = desk.today().minusDays(9);
        walk.submit(
                household,
                serve.element(),
                Map.of(
                        "serviceWay",
                        "post",
                        "sentOn",
                        sent.toString(),
                        "servedOn",
                        sent.plusDays(4).toString()));
        assertThat(period().anchorOn()).isEqualTo(sent.plusDays(4));
        assertThat(services.latest(household, "reportServed").orElseThrow().sentOn())
                .isEqualTo(sent);
    }

    @Test
    void byPublicNoticeThePeriodRunsFromTheDayItIsDeemedServed() {
        Step serve = desk.open(project, "service", Map.of());
        assertThat(desk.today()).isEqualTo("2021-06-15");
        walk.submit(
                household,
                serve.element(),
                Map.of("serviceWay", "public", "noticePostedOn", "2021-04-15", "servedOn", ""));
        assertThat(period().anchorOn()).isEqualTo("2021-06-14");
        assertThat(services.latest(household, "reportServed").orElseThrow())
                .extracting(ServiceRecord::way, ServiceRecord::noticeOn, ServiceRecord::servedOn)
                .containsExactly(Way.PUBLIC, LocalDate.of(2021, 4, 15), LocalDate.of(2021, 6, 14));
    }

    @Test
    void aPublicNoticeThatStillRunsServesNothing() {
        Step serve = desk.open(project, "service", Map.of());
        var refused = save(
                serve, Map.of("serviceWay", "public", "noticePostedOn", "2021-04-16", "servedOn", ""), "serviceProof");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("2021-04-16 的公告满 60 日才视为送达", "请在 2021-06-16 或以后提交");
        assertThat(services.latest(household, "reportServed")).isEmpty();
    }

    @Test
    void leftAtTheHomeIsRefusedWithOneWitnessAndTakenWithTwo() {
        Step serve = desk.open(project, "service", Map.of());
        Map<String, Object> one = Map.of("serviceWay", "left", "serviceWitness", "甲", "serviceWitness2", "");
        var refused = save(serve, one, "serviceProof");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("留置送达须有两名见证人，或附现场照片");
        Map<String, Object> two = Map.of("serviceWay", "left", "serviceWitness", "甲", "serviceWitness2", "乙");
        assertThat(save(serve, two, "serviceProof").statusCode()).isEqualTo(200);
        assertThat(submit(serve).statusCode()).isEqualTo(204);
        assertThat(services.latest(household, "reportServed").orElseThrow().witnesses())
                .isEqualTo("甲, 乙, x");
    }

    @Test
    void withoutItsProofNothingIsServed() {
        Step serve = desk.open(project, "service", Map.of());
        assertThat(save(serve, Map.of()).statusCode()).isEqualTo(422);
        assertThat(services.latest(household, "reportServed")).isEmpty();
    }

    @Test
    void aCaseTakenInSaysThatItsDayCameFromTheFile() {
        LocalDate day = desk.today().minusDays(2);
        desk.open(project, "served", Map.of("reportServed", day));
        assertThat(services.latest(household, "reportServed").orElseThrow())
                .extracting(ServiceRecord::way, ServiceRecord::servedOn, ServiceRecord::recordedBy)
                .containsExactly(Way.IMPORTED, day, "import");
        assertThat(period().anchorOn()).isEqualTo(day);
    }

    @Test
    void aCorrectionIsARecordMore() {
        Step serve = desk.open(project, "service", Map.of());
        walk.submit(household, serve.element());
        Step request = walk.step(household, "step_reviewRequest");
        String back = "{\"target\":\"step_serveReport\",\"reason\":\"回证日期登记有误\"}";
        assertThat(desk.signedIn("cadre")
                        .call("POST", "/ui/steps/" + request.taskId() + "/return", back)
                        .statusCode())
                .isEqualTo(200);
        LocalDate right = desk.today().minusDays(1);
        walk.submit(household, serve.element(), Map.of("servedOn", right.toString()));
        assertThat(db.sql("select served_on from service_record where instance_key = ? order by id")
                        .params(household)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(desk.today(), right);
    }

    private LegalPeriod period() {
        return ledger.running(household, "HA-REVIEW-REQ").orElseThrow();
    }

    /** Saves the form with a file in these fields alone. */
    private HttpResponse<String> save(Step step, Map<String, Object> fields, String... files) {
        for (String field : files) {
            evidence.add(
                    new Evidence.Place(step.instanceKey(), step.element(), step.round(), field),
                    "a.pdf",
                    "application/pdf",
                    new ByteArrayInputStream(new byte[] {1}),
                    "cadre");
        }
        Map<String, Object> all = new HashMap<>(walk.filled(walk.form(step), fields));
        return desk.save(desk.signedIn("cadre"), step, all, 0);
    }

    private HttpResponse<String> submit(Step step) {
        return desk.signedIn("cadre").call("POST", task(step) + "/submit-form", "{}");
    }
}
