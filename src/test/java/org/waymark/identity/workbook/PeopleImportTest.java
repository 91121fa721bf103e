package org.waymark.identity.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.identity.People;

/** People of an office, from a workbook: shown first, taken as a whole, once. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=people-import")
class PeopleImportTest {

    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
    private static final Pattern GIVEN =
            Pattern.compile("<code>([a-z.0-9]+)</code></td><td><code>([a-z0-9-]{19})</code>");
    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    People people;

    @Autowired
    StaffTable staff;

    private final String wang = "wang" + ++count;
    private Browser admin;

    @BeforeEach
    void signIn() {
        admin = desk.signedIn("admin");
    }

    @Test
    void newPeopleAreShownFirstAndTakenOnConfirmation() {
        String page = check(ofWang().bytes());
        assertThat(page).contains("将新增 3 项，改动 0 项，0 项不变", wang, "王五");
        assertThat(people.find(wang)).isEmpty();

        String given = take(page);

        assertThat(given).contains("新增 3 项，改动 0 项，未变 0 项", "初始密码只显示这一次");
        assertThat(people.groupsOf(wang))
                .containsExactlyInAnyOrder("cadres", "office", "cadres.v" + wang, "office.v" + wang);
        assertThat(people.find(wang).orElseThrow().unit()).isEqualTo("u" + wang);
        var record = db.sql(
                        """
                        select taken_by, created, changed, unchanged, char_length(sha256), content
                        from people_import where file_name = ? and taken_at is not null""")
                .param(wang + ".xlsx")
                .query()
                .listOfRows();
        assertThat(record).hasSize(1);
        assertThat(record.get(0).values().stream().limit(5).toList()).hasToString("[admin, 3, 0, 0, 64]");
        assertThat(record.get(0).get("content")).as("the file itself").isNull();
        assertThat(admin.page("/people").body()).contains(wang + ".xlsx", "SHA-256");
    }

    @Test
    void theSameWorkbookAgainChangesNothing() {
        take(check(ofWang().bytes()));
        String before = db.sql("select password_hash from person where id = ?")
                .param(wang)
                .query(String.class)
                .single();
        String again = check(ofWang().bytes());
        assertThat(again).contains("将新增 0 项，改动 0 项，3 项不变").doesNotContain("确认写入");
        assertThat(db.sql("select password_hash from person where id = ?")
                        .param(wang)
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void theDownloadedWorkbookChangesNothingUntilItIsChanged() {
        take(check(ofWang().bytes()));
        byte[] book = admin.bytes("/people/people.xlsx");
        assertThat(check(book)).contains("将新增 0 项，改动 0 项，");
        Book changed = Book.of(book).change(workbook -> workbook.getSheet("人员").forEach(row -> {
            if (row.getCell(0).getStringCellValue().equals(wang)) {
                row.getCell(1).setCellValue("王六");
                row.createCell(7).setCellValue("2021-06-14");
            }
        }));
        String page = check(changed.bytes());
        assertThat(page).contains("将新增 0 项，改动 1 项，", "姓名：王五 → 王六", "停用日期：— → 2021-06-14");
        take(page);
        assertThat(people.find(wang).orElseThrow().nameZh()).isEqualTo("王六");
        assertThat(people.groupsOf(wang)).as("the last day is over").isEmpty();
    }

    @Test
    void oneFaultAndNothingOfTheWorkbookIsTaken() {
        Book book = ofWang().person("li" + wang, "李四", "nowhere", "渔业办", "镇长", "", "");
        String page = check(book.bytes());
        assertThat(page)
                .contains("人员表有 3 处错误，未写入任何内容")
                .contains("人员表第 3 行“邮箱”：“nowhere”不是邮箱地址。请改正。")
                .contains("人员表第 3 行“单位”：没有单位“渔业办”。")
                .contains("人员表第 3 行“角色”：没有角色“镇长”。")
                .doesNotContain("确认写入");
        assertThat(people.find(wang)).isEmpty();
        assertThat(Browser.signedIn(admin.port(), "admin", "en")
                        .upload("/people/check", Map.of(), "a.xlsx", book.bytes())
                        .body())
                .contains("Sheet 人员, row 3, “邮箱”: “nowhere” is no mail address. Correct it.");
    }

    @Test
    void whatIsConfirmedTwiceAtOnceIsTakenOnce() {
        String id = id(check(ofWang().bytes()));
        List<String> answers = Together.all(List.<Callable<String>>of(
                () -> admin.form("/people/take", Map.of("id", id)).body(), () -> desk.signedIn("admin")
                        .form("/people/take", Map.of("id", id))
                        .body()));
        assertThat(answers).filteredOn(answer -> GIVEN.matcher(answer).find()).hasSize(1);
        assertThat(db.sql("select count(*) from person where id = ?")
                        .param(wang)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whatHasChangedSinceItWasShownIsShownAgain() {
        String id = id(check(ofWang().bytes()));
        staff.insert("unit", new Staff.Place("u" + wang, "别名", "Other"));
        String answer = admin.form("/people/take", Map.of("id", id)).body();
        assertThat(answer).contains("尚未写入", "将新增 2 项，改动 1 项，0 项不变");
        assertThat(people.find(wang)).isEmpty();
        take(answer);
        assertThat(people.find(wang)).isPresent();
    }

    @Test
    void theLastAdministratorCannotBeTakenAway() {
        String page = check(Book.empty()
                .person("admin", "系统管理员", "a@town.example", "", "综合办", "", "")
                .bytes());
        assertThat(page).contains("按此表写入后将没有在用的系统管理员");
        assertThat(people.groupsOf("admin")).contains("admin");
    }

    @Test
    void whoIsNewChangesThePasswordBeforeAnythingElse() {
        String password = given(take(check(ofWang().bytes())));
        Browser me = Browser.signedIn(admin.port(), wang, password, "zh-CN");
        assertThat(me.page("/board").headers().firstValue("Location")).hasValue("/password");
        assertThat(me.call("GET", "/ui/cards", null).statusCode()).isEqualTo(403);
        assertThat(me.call("GET", "/camunda/api/engine/engine/default/task/count", null)
                        .body())
                .contains("请先修改");
        assertThat(me.form("/password", passwords(password, "short", "short")).body())
                .contains("新密码太弱");
        assertThat(me.form("/password", passwords("wrong", "lin-zhi-8-ke-shu", "lin-zhi-8-ke-shu"))
                        .body())
                .contains("现密码不对");
        assertThat(me.form("/password", passwords(password, "lin-zhi-8-ke-shu", "lin-zhi-9-ke-shu"))
                        .body())
                .contains("不一样");
        assertThat(me.page("/board").statusCode()).isEqualTo(302);

        assertThat(me.form("/password", passwords(password, "lin-zhi-8-ke-shu", "lin-zhi-8-ke-shu"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/password?done");

        assertThat(me.page("/board").statusCode()).isEqualTo(200);
        Browser.signedIn(admin.port(), wang, "lin-zhi-8-ke-shu", "zh-CN");
    }

    @Test
    void aNewPasswordFromTheAdministratorEndsWhatWasSignedIn() {
        String first = given(take(check(ofWang().bytes())));
        Browser me = Browser.signedIn(admin.port(), wang, first, "zh-CN");
        me.form("/password", passwords(first, "lin-zhi-8-ke-shu", "lin-zhi-8-ke-shu"));
        assertThat(me.page("/board").statusCode()).isEqualTo(200);
        String second =
                given(admin.form("/people/" + wang + "/password", Map.of()).body());
        assertThat(me.page("/board").headers().firstValue("Location")).hasValue("/login");
        Browser.signedIn(admin.port(), wang, second, "zh-CN");
    }

    @Test
    void onlyTheAdministratorComesHere() {
        for (String person : List.of("leader", "office", "cadre")) {
            Browser browser = desk.signedIn(person);
            assertThat(browser.page("/people").statusCode()).isEqualTo(403);
            assertThat(browser.page("/people/people.xlsx").statusCode()).isEqualTo(403);
            assertThat(browser.upload("/people/check", Map.of(), "a.xlsx", ofWang().bytes())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.form("/people/admin/password", Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }

    private static Map<String, String> passwords(String current, String next, String again) {
        return Map.of("current", current, "next", next, "again", again);
    }

    private Book ofWang() {
        return Book.empty()
                .unit("u" + wang, "单位" + wang)
                .village("v" + wang, "村" + wang)
                .person(wang, "王五", wang + "@town.example", "单位" + wang, "驻村干部、综合办", "村" + wang, "");
    }

    private String check(byte[] book) {
        var answer = admin.upload("/people/check", Map.of(), wang + ".xlsx", book);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String take(String page) {
        var answer = admin.form("/people/take", Map.of("id", id(page)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String id(String page) {
        Matcher id = ID.matcher(page);
        assertThat(id.find()).as(page).isTrue();
        return id.group(1);
    }

    private static String given(String page) {
        Matcher given = GIVEN.matcher(page);
        assertThat(given.find()).as(page).isTrue();
        return given.group(2);
    }
}
