package org.waymark.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** A start in an office with something missing: refused before anything is made, with a sentence for each setting. */
@ExtendWith(OutputCaptureExtension.class)
class OfficeSettingsTest {

    /** As docs/office.md says. */
    private static final Map<String, String> RIGHT = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db:5432/town",
            "spring.datasource.username", "town",
            "spring.datasource.password", "lu9-biao-3xq-kk7",
            "waymark.base-url", "https://waymark.example.gov.cn",
            "waymark.data-dir", System.getProperty("java.io.tmpdir") + "/waymark/not/yet",
            "spring.mail.host", "smtp.example.gov.cn",
            "waymark.mail-from", "waymark@example.gov.cn");

    @Test
    void whatTheManualSaysIsEnough() {
        assertThat(reasons(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, , db.url",
        "spring.datasource.url, jdbc:h2:file:./data/waymark, db.h2",
        "spring.datasource.url, jdbc:mysql://db/town, db.url",
        "spring.datasource.url, jdbc:postgresql://db/town?user=town&password=x, db.url.password",
        "spring.datasource.username, , db.user",
        "spring.datasource.password, , secret",
        "spring.datasource.password, postgres, secret.weak",
        "spring.datasource.password, changeme, secret.weak",
        "spring.datasource.password, waymark-demo, secret.weak",
        "spring.datasource.password, Waymark-Demo, secret.weak",
        "spring.datasource.password, my-town-db-secret, secret.weak",
        "spring.datasource.password, aaaaaaaaaaaaaaaa, secret.weak",
        "waymark.base-url, , base",
        "waymark.base-url, waymark.example.gov.cn, base.wrong",
        "waymark.base-url, https://waymark.example.gov.cn/, base.wrong",
        "waymark.base-url, http://waymark.example.gov.cn, base.https",
        "spring.mail.host, , mail.host",
        "spring.mail.username, waymark, secret",
        "waymark.mail-from, , mail.from",
        "waymark.mail-from, waymark@localhost, mail.from.wrong",
        "waymark.admin.password, short, secret.weak",
        "waymark.admin.password, waymark-demo, secret.weak",
        "waymark.admin.mail, nobody, admin.mail",
        "waymark.admin.password, 芦溪漩岙塘里沙头岭脚一二三四五六七八九十甲乙丙丁戊, admin.long",
        "waymark.session, ten hours, session",
        "waymark.session, 0, session",
        "waymark.session, -1h, session",
        "waymark.session, 25h, session",
        "waymark.session, 10, session",
        "waymark.data-dir, , folder.empty",
        "waymark.data-dir, pom.xml, folder",
        "waymark.data-dir, pom.xml/evidence, folder",
        "waymark.https, yes, one.of",
        "waymark.language, fr, one.of",
        "waymark.proxy, 10.1.(, proxy",
        "waymark.proxy, .*, proxy.all",
        "server.port, eighty, port",
        "server.port, 80800, port",
        "server.address, 203.0.113.7, address",
        "server.address, no such host, address",
        "spring.mail.port, 0x19, port",
        "spring.mail.port, 465, mail.465",
        "spring.mail.ssl.enabled, ja, one.of",
        "waymark.mail-starttls, often, one.of",
        "waymark.demo.today, 2021-06-15, demo",
        "waymark.demo.people, true, demo",
        "waymark.demo.mail, true, demo"
    })
    void eachSettingThatWillNotDoIsNamed(String setting, String value, String reason) {
        assertThat(reasons(Map.of(setting, value == null ? "" : value))).containsExactly(reason);
    }

    @Test
    void plainHttpIsTakenWhereItWasAskedFor() {
        assertThat(reasons(Map.of("waymark.base-url", "http://10.1.2.3:8080", "waymark.https", "false")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "waymark.session, 8h",
        "waymark.session, 45m",
        "waymark.data-dir, target",
        "waymark.language, en",
        "waymark.proxy, 10\\.1\\.2\\.3",
        "server.port, 0",
        "server.address, 0.0.0.0",
        "server.address, 127.0.0.1",
        "spring.mail.port, 587"
    })
    void whatTheManualAllowsIsTaken(String setting, String value) {
        assertThat(reasons(Map.of(setting, value))).isEmpty();
    }

    @Test
    void mailInTlsFromTheFirstByteIsOneSettingMoreThanItsPort() {
        assertThat(reasons(Map.of("spring.mail.port", "465", "spring.mail.ssl.enabled", "true")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ofice", "Office", "production", "prod,postgres"})
    void aProfileThatIsMistypedIsNoWayAroundAllThis(String profiles, CapturedOutput output) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var refused = catchThrowableOfType(
                RefusedStart.class,
                () -> application.run(
                        "--spring.profiles.active=" + profiles, "--spring.datasource.url=jdbc:postgresql://db/town"));
        assertThat(refused.getMessage().lines()).hasSize(2);
        assertThat(output)
                .contains("SPRING_PROFILES_ACTIVE 的值“" + profiles + "”不是路标的运行方式")
                .contains("SPRING_PROFILES_ACTIVE is \"" + profiles + "\"")
                .doesNotContain("\tat org.");
    }

    @Test
    void withoutAProfileAnOfficesDatabaseIsNotTheDemos() {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThat(catchThrowableOfType(
                        RefusedStart.class, () -> application.run("--spring.datasource.url=jdbc:postgresql://db/town")))
                .hasMessageContaining("The demo does not run on PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "demo,office", "office,demo"})
    void aStartThatLacksSettingsSaysWhichInBothLanguages(String profiles, CapturedOutput output) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var refused =
                catchThrowableOfType(RefusedStart.class, () -> application.run("--spring.profiles.active=" + profiles));
        if (profiles.contains("demo")) {
            assertThat(refused.getMessage().lines()).hasSize(2);
            assertThat(output).contains("不能同时使用 demo 和 office").contains("cannot be used together");
        } else {
            assertThat(refused.getMessage().lines()).hasSize(12);
            assertThat(output)
                    .contains("APPLICATION FAILED TO START")
                    .contains("SPRING_DATASOURCE_URL 没有设置", "SPRING_DATASOURCE_URL is not set")
                    .contains("SPRING_DATASOURCE_USERNAME 没有设置", "SPRING_DATASOURCE_USERNAME is not set")
                    .contains("SPRING_DATASOURCE_PASSWORD 没有设置", "SPRING_DATASOURCE_PASSWORD is not set")
                    .contains("WAYMARK_BASE_URL 没有设置", "WAYMARK_BASE_URL is not set")
                    .contains("SPRING_MAIL_HOST 没有设置", "SPRING_MAIL_HOST is not set")
                    .contains("WAYMARK_MAIL_FROM 没有设置", "WAYMARK_MAIL_FROM is not set")
                    .contains("docs/office.md");
        }
        assertThat(output).doesNotContain("HikariPool", "\tat org.");
    }

    static class Nothing {}

    private static List<String> reasons(Map<String, String> changed) {
        Map<String, String> settings = new LinkedHashMap<>(RIGHT);
        settings.putAll(changed);
        var environment = new MockEnvironment();
        environment.setActiveProfiles("office");
        settings.forEach(environment::setProperty);
        return OfficeSettings.wrongIn(environment).stream()
                .map(RefusedStart.Reason::key)
                .toList();
    }
}
