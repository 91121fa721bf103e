package org.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.waymark.WaymarkTest;

/** The login, the session behind it, and what a browser is told to keep to. */
@WaymarkTest
class LoginTest {

    @LocalServerPort
    int port;

    private Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(port, "zh-CN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout"})
    void aLoginPageThatWaitedTooLongIsShownAnewWithAReason(String path) {
        String[] page = wire.loginPage();
        for (String stale : List.of("username=leader&password=waymark-demo&_csrf=stale", "username=leader")) {
            var answer = wire.form(path, stale, "Cookie: " + page[0]);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).contains("/login?again");
        }
        assertThat(wire.get("/login?again").body()).contains("页面已过期，请重新登录");
        assertThat(new Wire(port, "en").get("/login?again").body()).contains("The page has expired. Sign in again.");
    }

    @Test
    void theSessionStaysWithOurPages() {
        assertThat(wire.signIn("leader", "waymark-demo").header("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .containsOnlyOnce("SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void aForgedHostIsNotEchoed() {
        String forged = "Host: evil.example";
        assertThat(wire.get("/board", forged).header("Location")).contains("/login");
        assertThat(wire.get("/", wire.signedIn("leader"), forged).header("Location"))
                .contains("/board");
        assertThat(wire.signIn("leader", "wrong", forged).header("Location")).contains("/login?error");
        var asked = wire.get("/board/overdue", forged);
        String cookie = "Cookie: " + asked.cookie();
        String token =
                wire.get("/login", cookie).body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        var back = wire.form("/login", "username=leader&password=waymark-demo&_csrf=" + token, cookie);
        assertThat(back.header("Location").orElseThrow()).startsWith("/board/overdue");
    }

    @Test
    void ourPagesSayWhatMayRunInThem() {
        var page = wire.get("/board", wire.signedIn("leader"));
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("script-src 'self';")
                .contains("frame-ancestors 'self'");
        assertThat(page.header("Referrer-Policy")).contains("same-origin");
        assertThat(wire.get("/login").header("Content-Security-Policy")).isPresent();
    }

    @Test
    void nothingOfTheTaskListIsKeptByABrowser() {
        String leader = wire.signedIn("leader");
        for (String path : List.of("/task/count", "/filter", "/task/nope")) {
            var answer = wire.get("/camunda/api/engine/engine/default" + path, leader, "Accept: application/json");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.headers().stream()
                            .filter(line -> line.startsWith("Cache-Control"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void behindHttpsEveryCookieIsForHttpsAlone(boolean https) throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        if (https) {
            environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of("waymark.https", true)));
        }
        assertThat(environment.getProperty("server.servlet.session.cookie.secure", Boolean.class))
                .isEqualTo(https);
        assertThat(environment.getProperty("camunda.bpm.webapp.csrf.enable-secure-cookie", Boolean.class))
                .isEqualTo(https);
    }
}
