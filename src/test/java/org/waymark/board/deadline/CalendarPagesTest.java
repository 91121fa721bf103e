package org.waymark.board.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.board.deadline.NoticeForm.DAY_OFF;
import static org.waymark.board.deadline.NoticeForm.FORM;
import static org.waymark.board.deadline.NoticeForm.mark;
import static org.waymark.board.deadline.NoticeForm.notice;
import static org.waymark.board.deadline.NoticeForm.publish;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.calendar.WorkCalendar;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.period.PeriodMoves;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** The calendar, and a notice of days off from its text to what it moves. */
@WaymarkTest
class CalendarPagesTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Steps steps;

    @Autowired
    PeriodMoves moves;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    private Browser office;

    @BeforeEach
    void theOfficeIsIn() {
        moves.all();
        office = desk.signedIn("office");
    }

    @AfterEach
    void withoutTheNotice() {
        db.sql("delete from calendar_notice_day").update();
        db.sql("delete from calendar_notice").update();
        calendar.refresh();
    }

    @Test
    void everybodyReadsTheCalendarAndTheOfficeAloneChangesIt() {
        Browser cadre = desk.signedIn("cadre");
        assertThat(cadre.page("/calendar?year=2021").body())
                .contains("2021年工作日历")
                .doesNotContain(FORM);
        assertThat(office.page("/calendar?year=2021").body()).contains(FORM);
        assertThat(cadre.page(FORM).statusCode()).isEqualTo(403);
        assertThat(cadre.form(FORM, notice(DAY_OFF)).statusCode()).isEqualTo(403);
        assertThat(Browser.stranger(office.port()).page("/calendar").statusCode())
                .isEqualTo(302);
        assertThat(notices()).isZero();
    }

    @Test
    void whatIsShownIsWhatMoves() {
        Step step = served();
        String preview = office.form(FORM, notice(DAY_OFF)).body();
        assertThat(preview).contains("其中1项的截止日会变").contains(step.instanceKey());
        assertThat(row(preview)).containsSubsequence("2021-06-15", "2021-06-25", "2021-06-28");
        assertThat(notices()).isZero();

        var published = publish(office, notice(DAY_OFF), mark(preview));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(302);
        assertThat(office.page("/calendar?year=2021").body())
                .contains("国办发明电〔2021〕9号")
                .contains("补休");
        moves.all();
        assertThat(steps.of(step.taskId()).dueOn()).isEqualTo("2021-06-28");
        assertThat(log.of("office:calendar"))
                .last()
                .extracting(ChangeLog.Recorded::who, ChangeLog.Recorded::subject, ChangeLog.Recorded::newValue)
                .containsExactly("office", "2021-06-10", "2021-06-25/2021-06-25 off 补休");
    }

    @Test
    void whatChangedMeanwhileIsShownAgainAndNothingIsPublished() {
        served();
        String preview = office.form(FORM, notice(DAY_OFF)).body();
        Step later = served();
        var again = publish(office, notice(DAY_OFF), mark(preview));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("刚才又有期限变动").contains(later.instanceKey());
        assertThat(notices()).isZero();
        served(); // on a busy day no two previews are alike: the second time that does not count
        var published = publish(office, notice(DAY_OFF), mark(again.body()));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(302);
    }

    @Test
    void aTextChangedAfterThePreviewIsShownAgain() {
        served();
        String preview = office.form(FORM, notice(DAY_OFF)).body();
        var other = notice(DAY_OFF + "\n端午节：6月30日放假，共1天。");
        assertThat(publish(office, other, mark(preview)).body()).contains("刚才又有期限变动");
        assertThat(notices()).isZero();
    }

    @Test
    void ofTwoWhoPublishTheSameNoticeAtOnceOneIsToldSo() {
        String mark = mark(office.form(FORM, notice(DAY_OFF)).body());
        Browser colleague = desk.signedIn("office");
        var answers = Together.all(List.<Callable<HttpResponse<String>>>of(
                () -> publish(office, notice(DAY_OFF), mark), () -> publish(colleague, notice(DAY_OFF), mark)));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 302)
                .singleElement()
                .satisfies(answer -> assertThat(answer.statusCode()).isIn(409, 422))
                .satisfies(answer -> assertThat(answer.body()).contains("2021-06-10公布的通知已经录入"));
        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void ofTwoNoticesAtOnceTheSecondIsShownWhatTheFirstLeftOfIt() {
        served();
        String mark = mark(office.form(FORM, notice(DAY_OFF)).body());
        Map<String, String> second = notice(DAY_OFF);
        second.put("published", "2021-06-11");
        Browser colleague = desk.signedIn("office");
        // the period's day is computed anew only later, but by the first notice: what the second was shown is still so
        var answers = Together.all(List.<Callable<HttpResponse<String>>>of(
                () -> publish(office, notice(DAY_OFF), mark), () -> publish(colleague, second, mark)));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 302 || answer.statusCode() == 200);
        assertThat(notices())
                .isEqualTo(answers.stream()
                        .filter(answer -> answer.statusCode() == 302)
                        .count());
        moves.all();
        assertThat(db.sql("select max(moved) from legal_period where state = 'RUNNING' and due_on = ?")
                        .param(LocalDate.of(2021, 6, 28))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theCatalogueIsSearchedAndExplains() {
        Browser cadre = desk.signedIn("cadre", "en");
        String list = cadre.page("/deadlines/rules").body();
        assertThat(list).contains("123 versions").contains("HA-REVIEW-REQ");
        String counts = list.replaceAll("(?s).*?<tbody>(.*?)</tbody>.*", "$1");
        assertThat(Pattern.compile("<td class=\"num\">(\\d+)<")
                        .matcher(counts)
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .sum())
                .isEqualTo(123);
        assertThat(cadre.page("/deadlines/rules/LR-PAY?anchor=2021-06-01").body())
                .contains("“Compensation and resettlement plan approved”");
        assertThat(cadre.page("/deadlines/rules?q=LR-PAY&kind=MAX&holder=OURS&mark=found")
                        .body())
                .contains("1 versions listed")
                .contains("LR-PAY");
        assertThat(cadre.page("/deadlines/rules/LR-PRENOTICE?anchor=2022-03-21").body())
                .contains("2022-04-02");
        assertThat(cadre.page("/deadlines/rules/LR-PRENOTICE?anchor=nonsense").body())
                .contains("“nonsense” is no date");
        assertThat(cadre.page("/deadlines/rules/NONE").statusCode()).isEqualTo(404);
    }

    /** The step of a household that was served its report on 2021-06-15. */
    private Step served() {
        return desk.open("CALENDAR-" + ++count, "served", Map.of("reportServed", desk.today()));
    }

    /** The first row of the table of moves. */
    private static String row(String page) {
        return page.replaceAll("(?s).*?<tbody>(.*?)</tr>.*", "$1");
    }

    private int notices() {
        return db.sql("select count(*) from calendar_notice")
                .query(Integer.class)
                .single();
    }
}
