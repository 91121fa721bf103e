package org.waymark.board.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestones;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The form and the import, over HTTP and with the rights of who asks. */
@WaymarkTest
class PortfolioPagesTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Walk walk;

    private final String code = "PAGE" + ++count;

    private Map<String, String> form() {
        return form(code);
    }

    /** A simple project of this code, filled in without a fault. */
    static Map<String, String> form(String code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("template", "simple-project");
        fields.put("kind", "road");
        fields.put("name.zh", "试验路 " + code);
        fields.put("name.en", "Trial road " + code);
        fields.put("leader", "leader");
        fields.put("unit", "construction");
        fields.put("manager", "manager2");
        fields.put("start", "2021-06-15");
        fields.put("target", "2021-12-31");
        fields.put("investment", "1200");
        fields.put("parent", "");
        fields.put("planned.milestone_works", "2021-11-30");
        return fields;
    }

    private String file() {
        return file(code);
    }

    static String file(String code) {
        return """
                projects:
                  - code: %1$s
                    template: simple-project
                    kind: river
                    name: { zh: 试验河 %1$s, en: Trial river %1$s }
                    leader: leader
                    unit: construction
                    manager: manager2
                    start: 2021-06-15
                    target: 2021-12-31
                """
                .formatted(code);
    }

    static HttpResponse<String> upload(Browser browser, String text) {
        return browser.upload("/projects/import", Map.of(), "projects.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void theOfficeOpensAProjectFromTheForm() {
        Browser office = desk.signedIn("office");
        String proposed = office.page("/projects/new?template=simple-project&start=2021-06-15")
                .body();
        assertThat(proposed).contains("name=\"planned.milestone_works\"").contains("value=\"2021-06-15\"");
        assertThat(value(proposed, "planned.milestone_prepare")).isEqualTo("2021-09-07");

        var answer = office.form("/projects/new", form());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/projects/" + code);
        Project opened = projects.find(code).orElseThrow();
        assertThat(opened)
                .extracting(Project::kind, Project::manager, Project::unit)
                .containsExactly("road", "manager2", "construction");
        assertThat(milestones.find(code, "milestone_works").orElseThrow().plannedOn())
                .isEqualTo("2021-11-30");
        walk.jobs(code);
        assertThat(walk.open(code)).containsExactly("step_plan");

        assertThat(location(office.form("/projects/new", form())))
                .as("sent twice")
                .isEqualTo("/projects/" + code);
        String page = office.page("/projects/" + code).body();
        assertThat(page).contains("试验路 " + code).contains("1,200 万元").contains("道路");
    }

    private static String value(String page, String field) {
        Matcher found = Pattern.compile("name=\"" + Pattern.quote(field) + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        return found.find() ? found.group(1) : null;
    }

    @Test
    void whatIsWrongInTheFormIsSaidAtItsField() {
        Browser office = desk.signedIn("office");
        Map<String, String> bad = form();
        bad.put("target", "2021-02-30");
        bad.put("manager", "");
        bad.put("investment", "-1");
        bad.put("planned.milestone_works", "2021-05-01");
        var answer = office.form("/projects/new", bad);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(said(answer.body(), "target")).isEqualTo("2021-02-30 不是存在的日期。请核对年、月、日。");
        assertThat(said(answer.body(), "manager")).isEqualTo("没有填写，此项必填。");
        assertThat(said(answer.body(), "investment")).isEqualTo("-1 是负数。请填 0 或正数。");
        assertThat(said(answer.body(), "planned.milestone_works"))
                .isEqualTo("节点计划日期 2021-05-01 早于项目开始日期 2021-06-15。请改正其中一个。");
        assertThat(answer.body()).contains("href=\"#manager\">项目负责人：没有填写，此项必填。<");
        assertThat(value(answer.body(), "name.zh")).as("what was typed stays").isEqualTo("试验路 " + code);
        assertThat(projects.find(code)).isEmpty();
    }

    @Test
    void aCodeThatIsTakenIsSaidToBeSoInTheReadersLanguage() {
        projects.open(Walk.project(code));
        var answer = desk.signedIn("office", "en").form("/projects/new", form());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(said(answer.body(), "code")).startsWith("There is a project " + code + " already");
        assertThat(projects.find(code).orElseThrow().kind()).isEqualTo("resettlement");
    }

    static String said(String page, String field) {
        Matcher found = Pattern.compile("id=\"" + Pattern.quote(field) + "-said\">([^<]*)<")
                .matcher(page);
        return found.find() ? found.group(1) : null;
    }

    @Test
    void onlyTheOfficeOpensProjects() {
        for (String person : new String[] {"leader", "manager", "cadre"}) {
            Browser other = desk.signedIn(person);
            for (String page : new String[] {"/projects/new", "/projects/import", "/projects/import/1"}) {
                var answer = other.page(page);
                assertThat(answer.statusCode()).as(person + " " + page).isEqualTo(403);
                assertThat(answer.body()).contains("您的账号不能查看或办理这一项");
            }
            assertThat(other.form("/projects/new", form()).statusCode()).isEqualTo(403);
            assertThat(upload(other, file()).statusCode()).isEqualTo(403);
            assertThat(other.page("/projects").body()).doesNotContain("/projects/new");
        }
        assertThat(projects.find(code)).isEmpty();
    }

    @Test
    void aFileIsLookedAtThenConfirmedAndImportedOnce() {
        Browser office = desk.signedIn("office");
        String look = location(upload(office, file()));
        String preview = office.page(look).body();
        assertThat(preview).contains("试验河 " + code).contains("确认导入 1 个新项目");
        assertThat(projects.find(code)).as("not before it is confirmed").isEmpty();

        assertThat(location(office.form(look, Map.of()))).isEqualTo(look);
        assertThat(location(office.form(look, Map.of()))).as("a second click").isEqualTo(look);
        assertThat(office.page(look).body()).contains("已导入 1 个项目").contains("试验河 " + code);
        assertThat(projects.find(code)).isPresent();

        String again = office.page(location(upload(office, file()))).body();
        assertThat(again).contains("没有新项目可导入，什么也没有改变。").doesNotContain("确认导入");
        String changed = office.page(location(upload(office, file().replace("2021-12-31", "2022-01-31"))))
                .body();
        assertThat(changed)
                .contains("<code>target</code>")
                .contains("2022-01-31")
                .contains("导入不会改动它们");
    }

    @Test
    void aWrongFileIsShownWithLineAndFieldAndCannotBeConfirmed() {
        Browser office = desk.signedIn("office", "en");
        var answer = upload(office, file().replace("2021-12-31", "2021-02-30"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(">10</td>")
                .contains("Target day (target)")
                .contains("There is no day 2021-02-30. Check year, month and day.")
                .doesNotContain("Import new projects");
        assertThat(projects.find(code)).isEmpty();
    }

    @Test
    void noFileAndAFileTooLargeAreRefusedByThePage() {
        Browser office = desk.signedIn("office");
        assertThat(office.upload("/projects/import", Map.of(), "", new byte[0]).body())
                .contains("没有选择文件。");
        assertThat(office.upload("/projects/import", Map.of(), "a.yaml", new byte[5 << 20])
                        .body())
                .contains("文件超过 4 MB。");
        assertThat(office.page("/projects/import").body()).doesNotContain("import?_csrf");
        var huge = office.upload("/projects/import", Map.of(), "a.yaml", new byte[22 << 20]);
        assertThat(location(huge)).as("its token was not read either").isEqualTo("/projects/import?large");
        assertThat(office.page("/projects/import?large").body()).contains("文件太大，没有读取。一次最多 4 MB");
    }
}
