package org.waymark.identity.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;

/** A password somebody else has given is changed before anything else. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=peopleimport")
class GivenPasswordTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    ChangeLog log;

    private final String wang = "given" + ++count;
    private Browser admin;
    private PeoplePage page;

    @BeforeEach
    void signIn() {
        admin = desk.signedIn("admin");
        page = new PeoplePage(admin);
    }

    @Test
    void whoIsNewChangesThePasswordBeforeAnythingElse() {
        String password = PeoplePage.given(
                page.take(page.check(wang + ".xlsx", Book.of(wang).bytes())));
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
        String first = PeoplePage.given(
                page.take(page.check(wang + ".xlsx", Book.of(wang).bytes())));
        Browser me = Browser.signedIn(admin.port(), wang, first, "zh-CN");
        me.form("/password", passwords(first, "lin-zhi-8-ke-shu", "lin-zhi-8-ke-shu"));
        assertThat(me.page("/board").statusCode()).isEqualTo(200);
        String second = PeoplePage.given(
                admin.form("/people/" + wang + "/password", Map.of()).body());
        assertThat(me.page("/board").headers().firstValue("Location")).hasValue("/login");
        Browser.signedIn(admin.port(), wang, second, "zh-CN");
        assertThat(log.of("office:people"))
                .filteredOn(row -> row.subject().equals(wang))
                .extracting(row -> row.what() + " " + row.who())
                .containsExactly(
                        "person.added admin", "person.password_changed " + wang, "person.password_given admin");
    }

    @Test
    void administratorsReadTheRecordOfAccountsInWordsAndNobodyElseDoes() {
        page.take(page.check(wang + ".xlsx", Book.of(wang).bytes()));
        admin.form("/people/" + wang + "/password", Map.of());

        assertThat(admin.page("/people/log").body())
                .contains("新增账号 · ", "重置密码 · ")
                .doesNotContain("person.");
        assertThat(desk.signedIn("office").page("/people/log").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodysPasswordIsNotChangedAndNothingIsLogged() {
        int before = log.of("office:people").size();
        assertThat(admin.form("/people/nobody" + wang + "/password", Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValue("/people?nobody");
        assertThat(log.of("office:people")).hasSize(before);
    }

    private static Map<String, String> passwords(String current, String next, String again) {
        return Map.of("current", current, "next", next, "again", again);
    }
}
