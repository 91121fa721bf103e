package org.waymark.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.identity.People;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.office.RefusedStart;

/** The first administrator of an office comes from the environment, where there is none. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=peopleimport")
class FirstAdministratorTest {

    private static final String PASSWORD = "lin-zhi-8-ke-shu";

    @Autowired
    JdbcClient db;

    @Autowired
    People people;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ChangeLog log;

    private List<Long> demoClock;

    @BeforeEach
    void nobodyIsAdministratorAndTheDemoWasNotHere() {
        demoClock =
                db.sql("select offset_millis from demo_clock").query(Long.class).list();
        db.sql("delete from demo_clock").update();
        db.sql("update person set mail = replace(mail, '@waymark.example', '@town.example')")
                .update();
        db.sql(
                        "update person set ends_on = date '2021-01-31' where id in (select person from person_role where role = 'admin')")
                .update();
        assertThat(people.inGroup("admin")).isEmpty();
    }

    @AfterEach
    void theDemosIsAgain() {
        db.sql("delete from person_role where person = 'head'").update();
        db.sql("delete from person where id = 'head'").update();
        db.sql("update person set ends_on = null where id = 'admin'").update();
        db.sql("update person set mail = replace(mail, '@town.example', '@waymark.example')")
                .update();
        db.sql("delete from demo_clock").update();
        demoClock.forEach(offset -> db.sql("insert into demo_clock (offset_millis) values (?)")
                .param(offset)
                .update());
    }

    @Test
    void aDatabaseTheDemoWasInIsRefused() {
        db.sql("insert into demo_clock (offset_millis) values (0)").update();
        assertThatThrownBy(() -> start("head", PASSWORD))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("这个数据库里有演示数据")
                .hasMessageContaining("This database holds the demo");
        db.sql("delete from demo_clock").update();
        db.sql("update person set mail = 'cadre@waymark.example' where id = 'cadre'")
                .update();
        assertThatThrownBy(() -> start("head", PASSWORD)).isInstanceOf(RefusedStart.class);
        assertThat(people.find("head")).isEmpty();
    }

    @Test
    void changesThePasswordAtTheFirstSignInAndIsInTheLog() {
        start("head", PASSWORD);
        assertThat(people.hasInitialPassword("head")).isTrue();
        var last = log.of("office:people");
        assertThat(last.get(last.size() - 1))
                .returns("person.added", ChangeLog.Recorded::what)
                .returns("head", ChangeLog.Recorded::subject)
                .returns("admin", ChangeLog.Recorded::newValue)
                .returns("system", ChangeLog.Recorded::who);
    }

    @Test
    void isMadeWhereThereIsNoActiveOne() {
        start("head", PASSWORD);
        assertThat(people.groupsOf("head")).containsExactly("admin");
        assertThat(passwords.matches(PASSWORD, hash("head"))).isTrue();
    }

    @Test
    void isMadeOnceByNodesThatStartAtOnce() {
        Together.run(Stream.of(1, 2, 3, 4)
                .<java.util.function.IntSupplier>map(node -> () -> {
                    start("head", PASSWORD);
                    return 1;
                })
                .toList());
        assertThat(people.inGroup("admin")).hasSize(1);
    }

    @Test
    void isNeverChangedByALaterStart() {
        start("head", PASSWORD);
        String hash = hash("head");
        start("head", "another-" + PASSWORD);
        start("second", PASSWORD);
        start("", "");
        assertThat(hash("head")).isEqualTo(hash);
        assertThat(people.inGroup("admin")).hasSize(1);
    }

    @Test
    void withoutItsSettingsTheStartIsRefused() {
        assertThatThrownBy(() -> start("", PASSWORD))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("WAYMARK_ADMIN_USER 没有设置");
        assertThatThrownBy(() -> start("head", "")).hasMessageContaining("WAYMARK_ADMIN_PASSWORD is not set");
        assertThatThrownBy(() -> start("王", PASSWORD)).hasMessageContaining("不能用作账号");
    }

    @Test
    void nobodyWhoIsThereIsMadeOne() {
        assertThatThrownBy(() -> start("cadre", PASSWORD)).hasMessageContaining("已有人员的账号，不予改动");
        assertThatThrownBy(() -> start("admin", PASSWORD)).hasMessageContaining("somebody else’s user name");
        assertThat(people.groupsOf("cadre")).doesNotContain("admin");
    }

    private String hash(String person) {
        return db.sql("select password_hash from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private void start(String user, String password) {
        var settings = new MockEnvironment();
        Map.of(
                        "waymark.admin.user", user,
                        "waymark.admin.password", password,
                        "waymark.admin.mail", "head@town.example")
                .forEach(settings::setProperty);
        new FirstAdministrator(db, people, passwords, transaction, settings, events).afterPropertiesSet();
    }
}
