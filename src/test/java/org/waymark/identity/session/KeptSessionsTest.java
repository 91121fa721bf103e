package org.waymark.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.WaymarkTest;

@WaymarkTest
class KeptSessionsTest {

    SessionRepository<Session> sessions;

    @Autowired
    JdbcClient db;

    @Autowired
    Desk desk;

    /** The repository's own kind of session is not public. */
    @Autowired
    @SuppressWarnings("unchecked")
    void repository(JdbcIndexedSessionRepository repository) {
        sessions = (SessionRepository<Session>) (SessionRepository<?>) repository;
    }

    @Test
    void requestsThatBringTheSameNewValueAtOnceAllSucceed() {
        String id = begun();
        for (int round = 0; round < 10; round++) {
            String name = "value" + round;
            int saved = Together.run(IntStream.range(0, 4)
                    .<java.util.function.IntSupplier>mapToObj(one -> () -> bring(id, name, one))
                    .toList());
            assertThat(saved).isEqualTo(4);
            assertThat(sessions.findById(id).<Integer>getAttribute(name)).isBetween(0, 3);
        }
    }

    @Test
    void aRequestThatEndsAfterSigningOutBringsNothingBack() {
        String id = begun();
        var late = sessions.findById(id);
        late.setLastAccessedTime(late.getLastAccessedTime().plusSeconds(1));
        late.setAttribute("late", true);
        sessions.deleteById(id);
        sessions.save(late);
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void whoseSessionCannotBeReadAnyMoreSignsInAgain() {
        Browser cadre = desk.signedIn("cadre");
        assertThat(cadre.page("/board").statusCode()).isEqualTo(200);
        assertThat(db.sql(
                                """
                                update spring_session_attributes set attribute_bytes = ?
                                where session_primary_id in (select primary_id from spring_session
                                  where principal_name = 'cadre')""")
                        .param(new byte[] {1, 2, 3})
                        .update())
                .isPositive();
        var answer = cadre.page("/board");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void onlyWhoSignedInIsKeptForTenHours() {
        Browser civil = desk.signedIn("civil");
        assertThat(lasts("principal_name = 'civil'")).containsOnly(36_000);
        assertThat(Browser.stranger(civil.port()).page("/board").statusCode()).isEqualTo(302);
        assertThat(Stream.concat(lasts("principal_name is null").stream(), Stream.of(1_800)))
                .containsOnly(1_800);
    }

    private List<Integer> lasts(String whose) {
        return db.sql("select max_inactive_interval from spring_session where " + whose)
                .query(Integer.class)
                .list();
    }

    private String begun() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private int bring(String id, String name, int value) {
        var session = sessions.findById(id);
        session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(1));
        session.setAttribute(name, value);
        sessions.save(session);
        return 1;
    }
}
