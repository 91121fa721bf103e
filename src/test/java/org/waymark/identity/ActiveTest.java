package org.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Desk;
import org.waymark.WaymarkTest;

/** Whoever has left, by the clock's day, is gone everywhere at once: login, groups, new steps. */
@WaymarkTest
class ActiveTest {

    private static int count;

    @Autowired
    People people;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @AfterEach
    void comesBack() {
        leave(true, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "ended"})
    void whoHasLeftIsInNoGroupAndGetsNoStep(String way) {
        LocalDate today = LocalDate.now(clock);
        leave(!way.equals("inactive"), way.equals("ended") ? today.minusDays(1) : null);
        assertThat(people.find("cadre").orElseThrow().active()).isFalse();
        assertThat(people.all())
                .filteredOn(Person::active)
                .extracting(Person::id)
                .doesNotContain("cadre");
        assertThat(people.groupsOf("cadre")).isEmpty();
        assertThat(people.inGroup("cadres.luxi")).extracting(Person::id).doesNotContain("cadre");
        assertThat(people.passwordOf("cadre")).isEmpty();
        var step = desk.open("LEFT-" + ++count, null, Map.of());
        assertThat(step.assignee()).isNull();
        assertThat(step.candidateGroup()).isEqualTo("cadres");
    }

    @Test
    void onTheLastDayAPersonIsStillThere() {
        leave(true, LocalDate.now(clock));
        assertThat(people.find("cadre").orElseThrow().active()).isTrue();
        assertThat(people.groupsOf("cadre")).contains("cadres.luxi");
        assertThat(desk.open("LAST-" + ++count, null, Map.of()).assignee()).isEqualTo("cadre");
    }

    @Test
    void theEngineKnowsNobodyWhoHasLeft() {
        var leader = desk.signedIn("leader");
        String users = "/camunda/api/engine/engine/default/user?maxResults=100";
        assertThat(leader.call("GET", users, null).body()).contains("\"id\":\"cadre\"");
        leave(true, LocalDate.now(clock).minusDays(1));
        assertThat(leader.call("GET", users, null).body()).doesNotContain("\"id\":\"cadre\"");
        assertThat(leader.call("GET", users + "&memberOfGroup=cadres", null).body())
                .doesNotContain("\"id\":\"cadre\"")
                .contains("\"id\":\"cadre2\"");
    }

    private void leave(boolean active, LocalDate last) {
        db.sql("update person set active = :active, ends_on = cast(:last as date) where id = 'cadre'")
                .param("active", active)
                .param("last", last)
                .update();
    }
}
