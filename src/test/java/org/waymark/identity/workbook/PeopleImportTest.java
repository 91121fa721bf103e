package org.waymark.identity.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;

/** People of an office, from a workbook: shown first, taken as a whole, once. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=peopleimport")
class PeopleImportTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    People people;

    @Autowired
    StaffTable staff;

    @Autowired
    ChangeLog log;

    private final String wang = "wang" + ++count;
    private Browser admin;
    private PeoplePage page;

    @BeforeEach
    void signIn() {
        admin = desk.signedIn("admin");
        page = new PeoplePage(admin);
    }

    @Test
    void newPeopleAreShownFirstAndTakenOnConfirmation() {
        String shown = check(Book.of(wang).bytes());
        assertThat(shown).contains("将新增 3 项，改动 0 项，0 项不变", wang, "王五");
        assertThat(people.find(wang)).isEmpty();

        String given = page.take(shown);

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
        page.take(check(Book.of(wang).bytes()));
        String before = db.sql("select password_hash from person where id = ?")
                .param(wang)
                .query(String.class)
                .single();
        String again = check(Book.of(wang).bytes());
        assertThat(again).contains("将新增 0 项，改动 0 项，3 项不变").doesNotContain("确认写入");
        assertThat(db.sql("select password_hash from person where id = ?")
                        .param(wang)
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void theDownloadedWorkbookChangesNothingUntilItIsChanged() {
        page.take(check(Book.of(wang).bytes()));
        byte[] book = admin.bytes("/people/people.xlsx");
        assertThat(check(book)).contains("将新增 0 项，改动 0 项，");
        Book changed = Book.of(book).change(workbook -> workbook.getSheet("人员").forEach(row -> {
            if (row.getCell(0).getStringCellValue().equals(wang)) {
                row.getCell(1).setCellValue("王六");
                row.createCell(7).setCellValue("2021-06-14");
            }
        }));
        String shown = check(changed.bytes());
        assertThat(shown).contains("将新增 0 项，改动 1 项，", "姓名：王五 → 王六", "停用日期：— → 2021-06-14");
        page.take(shown);
        assertThat(people.find(wang).orElseThrow().nameZh()).isEqualTo("王六");
        assertThat(people.groupsOf(wang)).as("the last day is over").isEmpty();
    }

    @Test
    void oneFaultAndNothingOfTheWorkbookIsTaken() {
        Book book = Book.of(wang).person("li" + wang, "李四", "nowhere", "渔业办", "镇长", "", "");
        String shown = refused(book.bytes());
        assertThat(shown)
                .contains("人员表有 3 处错误，未写入任何内容")
                .contains("人员表第 3 行“邮箱”：“nowhere”不是邮箱地址。请改正。")
                .contains("人员表第 3 行“单位”：没有单位“渔业办”。")
                .contains("人员表第 3 行“角色”：没有角色“镇长”。")
                .doesNotContain("确认写入");
        assertThat(people.find(wang)).isEmpty();
        assertThat(Browser.signedIn(admin.port(), "admin", "en")
                        .upload("/people/check", Map.of(), "a.xlsx", book.bytes())
                        .body())
                .contains("Sheet 人员 (People), row 3, “邮箱 (Mail)”: “nowhere” is no mail address. Correct it.");
    }

    @Test
    void aCellThatCannotBeReadIsNotCalledEmptyToo() {
        Book book = Book.of(wang);
        book.workbook().getSheet("人员").getRow(1).getCell(3).setCellFormula("A2");
        assertThat(refused(book.bytes())).contains("人员表有 1 处错误", "是公式或错误值").doesNotContain("没有填写");
    }

    @Test
    void aFileThatIsTooLargeOrNoneIsRefusedInASentence() {
        assertThat(refused(new byte[0])).contains("这不是 .xlsx 文件");
        assertThat(refused(new byte[Intake.LARGEST + 1])).contains("文件超过 1,000 KB");
        assertThat(admin.upload("/people/check", Map.of(), "a.xlsx", new byte[21 << 20])
                        .headers()
                        .firstValue("Location"))
                .hasValue("/people?large");
        assertThat(admin.page("/people?large").body()).contains("文件超过 1,000 KB");
    }

    @Test
    void whatIsConfirmedTwiceAtOnceIsTakenOnce() {
        String id = PeoplePage.id(check(Book.of(wang).bytes()));
        List<String> answers = Together.all(List.<Callable<String>>of(
                () -> admin.form("/people/take", Map.of("id", id)).body(), () -> desk.signedIn("admin")
                        .form("/people/take", Map.of("id", id))
                        .body()));
        assertThat(answers).filteredOn(answer -> PeoplePage.gives(answer)).hasSize(1);
        assertThat(db.sql("select count(*) from person where id = ?")
                        .param(wang)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whatHasChangedSinceItWasShownIsShownAgain() {
        String id = PeoplePage.id(check(Book.of(wang).bytes()));
        staff.insert("unit", new Staff.Place("u" + wang, "别名", "Other"));
        String answer = admin.form("/people/take", Map.of("id", id)).body();
        assertThat(answer).contains("尚未写入", "将新增 2 项，改动 1 项，0 项不变");
        assertThat(people.find(wang)).isEmpty();
        page.take(answer);
        assertThat(people.find(wang)).isPresent();
    }

    @Test
    void theLastAdministratorCannotBeTakenAway() {
        String shown = refused(Book.empty()
                .person("admin", "系统管理员", "a@town.example", "", "综合办", "", "")
                .bytes());
        assertThat(shown).contains("按此表写入后将没有在用的系统管理员");
        assertThat(people.groupsOf("admin")).contains("admin");
    }

    @Test
    void onlyTheAdministratorComesHere() {
        for (String person : List.of("leader", "office", "cadre")) {
            Browser browser = desk.signedIn(person);
            assertThat(browser.page("/people").statusCode()).isEqualTo(403);
            assertThat(browser.page("/people/people.xlsx").statusCode()).isEqualTo(403);
            assertThat(browser.upload(
                                    "/people/check",
                                    Map.of(),
                                    "a.xlsx",
                                    Book.of(wang).bytes())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.form("/people/admin/password", Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoBecomesWhatIsShownBeforeItIsConfirmedAndStandsInTheLog() {
        String shown = check(Book.of(wang).bytes());
        assertThat(shown)
                .contains("单位：单位" + wang, "角色：驻村干部、综合办", "所辖村：村" + wang)
                .doesNotContain("停用日期：");
        assertThat(new PeoplePage(Browser.signedIn(admin.port(), "admin", "en"))
                        .check(wang + ".xlsx", Book.of(wang).bytes()))
                .contains("Unit: 单位" + wang, "Villages: 村" + wang, "Name: 王五")
                .doesNotContain("单位:", "名称:", "角色:");
        assertThat(logged()).as("before it is confirmed").isEmpty();
        page.take(shown);
        assertThat(logged())
                .singleElement()
                .returns("person.added", Recorded::what)
                .returns("admin", Recorded::who)
                .returns(null, Recorded::oldValue)
                .satisfies(row -> assertThat(row.newValue()).contains("角色：驻村干部、综合办", "所辖村：村" + wang));
        page.take(check(Book.empty()
                .person(wang, "王五", wang + "@town.example", "单位" + wang, "财政办", "", "")
                .bytes()));
        assertThat(logged())
                .last()
                .returns("person.changed", Recorded::what)
                .returns("角色：驻村干部、综合办；所辖村：村" + wang, Recorded::oldValue)
                .returns("角色：财政办；所辖村：", Recorded::newValue);
        assertThat(log.firstBroken("office:people")).isEmpty();
    }

    private List<Recorded> logged() {
        return log.of("office:people").stream()
                .filter(row -> row.subject().equals(wang))
                .toList();
    }

    private String refused(byte[] book) {
        return page.refused(wang + ".xlsx", book);
    }

    private String check(byte[] book) {
        return page.check(wang + ".xlsx", book);
    }
}
