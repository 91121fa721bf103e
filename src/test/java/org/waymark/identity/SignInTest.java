package org.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.waymark.Browser;
import org.waymark.WaymarkTest;

@WaymarkTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Clock clock;

    /** Moves without moving everybody's. */
    private final Clock time = mock(Clock.class);

    @Test
    void oneLoginOpensOurPagesAndCamundas() {
        Browser leader = Browser.signedIn(port, "leader");
        assertThat(leader.call("GET", "/board", null).statusCode()).isEqualTo(200);
        assertThat(leader.call("GET", "/camunda/api/engine/engine/default/task/count", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void groupsNameTheVillagesOfARole() {
        assertThat(people.groupsOf("cadre")).contains("cadres", "cadres.luxi", "cadres.tangli", "cadres.lingjiao");
        assertThat(people.groupsOf("cadre2")).contains("cadres.shatou").doesNotContain("cadres.luxi");
    }

    @Test
    void fiveWrongPasswordsCloseANameForAWhile() {
        Instant now = clock.instant();
        when(time.instant()).thenReturn(now);
        var door = new PasswordSignIn(people, passwords, new SignInTries(time));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn(door, "construction", "wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> signIn(door, "construction", "waymark-demo")).isInstanceOf(LockedException.class);
        when(time.instant()).thenReturn(now.plus(Duration.ofMinutes(2)));
        assertThat(signIn(door, "construction", "waymark-demo").isAuthenticated())
                .isTrue();
    }

    /** One slow comparison each, whatever is kept of whom: that is all the clock can tell. */
    @ParameterizedTest
    @ValueSource(strings = {"nobody-there", "construction", "economy"})
    void aWrongPasswordCostsTheSameForEverybody(String name) {
        db.sql("update person set password_hash = ?, password_initial = true where id = 'economy'")
                .param(new BCryptPasswordEncoder(4).encode("jh4k-m8dq-2wxe-ys7n"))
                .update();
        List<String> compared = new ArrayList<>();
        var counting = new BCryptPasswordEncoder() {
            @Override
            public boolean matches(CharSequence given, String hash) {
                compared.add(hash.substring(0, 7));
                return super.matches(given, hash);
            }
        };
        var door = new PasswordSignIn(people, counting, new SignInTries(clock));
        assertThatThrownBy(() -> signIn(door, name, "wrong")).isInstanceOf(BadCredentialsException.class);
        assertThat(compared).filteredOn("$2a$10$"::equals).hasSize(1);
        assertThat(compared).filteredOn("$2a$04$"::equals).hasSize(name.equals("economy") ? 1 : 0);
        db.sql("update person set password_hash = ?, password_initial = false where id = 'economy'")
                .param(passwords.encode("waymark-demo"))
                .update();
    }

    @Test
    void whoHasLeftDoesNotSignIn() {
        db.sql("update person set active = false where id = 'civil'").update();
        assertThatThrownBy(() -> signIn(signIn, "civil", "waymark-demo")).isInstanceOf(BadCredentialsException.class);
        db.sql("update person set active = true where id = 'civil'").update();
    }

    @Test
    void whoLeavesOrLosesARoleLosesItAtOnce() {
        Browser finance = Browser.signedIn(port, "finance");
        String groups = "/camunda/api/engine/engine/default/identity/groups?userId=finance";
        assertThat(finance.call("GET", groups, null).body()).contains("\"finance\"");
        db.sql("delete from person_role where person = 'finance'").update();
        assertThat(finance.call("GET", "/camunda/api/engine/engine/default/task/count?candidateGroup=finance", null)
                        .body())
                .contains("\"count\":0");
        db.sql("insert into person_role (person, role) values ('finance', 'finance')")
                .update();
        db.sql("update person set active = false where id = 'finance'").update();
        assertThat(finance.call("GET", "/board", null).statusCode()).isEqualTo(302);
        assertThat(finance.call("GET", "/camunda/api/engine/engine/default/task/count", null)
                        .statusCode())
                .isEqualTo(401);
        db.sql("update person set active = true where id = 'finance'").update();
    }

    @Test
    void theApiTakesAPasswordAndNoSession() throws Exception {
        assertThat(get("/api/v1/projects", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/projects", null).body()).contains("请先登录");
        assertThat(get("/api/v1/projects", "leader:waymark-demo").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/projects/NONE", "leader:waymark-demo").body()).contains("没有编号为 NONE 的项目");
        assertThat(get("/api/v1/overdue", "leader:waymark-demo").statusCode()).isEqualTo(200);
    }

    @Test
    void healthAnswersAnyoneWithTheStatusAlone() throws Exception {
        var answer = get("/actuator/health", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void scriptsAreToldAndPeopleAreSentToTheLogin() throws Exception {
        assertThat(get("/ui/csrf", null).statusCode()).isEqualTo(401);
        assertThat(get("/camunda/api/engine/engine/default/task", null).statusCode())
                .isEqualTo(401);
        assertThat(get("/board", null).statusCode()).isEqualTo(302);
        assertThat(get("/camunda/api/admin/setup/default/user/create", null).statusCode())
                .isIn(401, 403);
    }

    private org.springframework.security.core.Authentication signIn(PasswordSignIn door, String name, String password) {
        return door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }

    private HttpResponse<String> get(String path, String credentials) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "zh-CN");
        if (credentials != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
