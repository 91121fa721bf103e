package org.waymark.identity.password;

import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.identity.AccountChanged;
import org.waymark.identity.People;
import org.waymark.office.RefusedStart;
import org.waymark.office.RefusedStart.Reason;

/**
 * Makes the first administrator of an office from the environment, where there is no active one. Somebody who is there
 * already is never changed; once there is one, the variables mean nothing and may be taken away. A database the demo was
 * in is refused: everybody can read its people's password in this project.
 */
@Component
@Profile("office")
@DependsOnDatabaseInitialization
class FirstAdministrator implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ROLE = "admin";
    private static final Pattern USER_NAME = Pattern.compile("[a-z][a-z0-9._-]{1,59}");

    private final JdbcClient db;
    private final People people;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Environment settings;
    private final ApplicationEventPublisher events;

    FirstAdministrator(
            JdbcClient db,
            People people,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            Environment settings,
            ApplicationEventPublisher events) {
        this.db = db;
        this.people = people;
        this.passwords = passwords;
        this.transaction = transaction;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // nodes that start at once take turns; the second finds whom the first has made
            db.sql("select name from start_lock where name = 'seed' for update")
                    .query(String.class)
                    .single();
            if (isDemos()) {
                throw new RefusedStart(List.of(new Reason("demo.data")));
            }
            if (people.inGroup(ROLE).isEmpty()) {
                make();
            }
        });
    }

    /** Each start of the demo leaves its clock; one on the machine's clock leaves at least its people. */
    private boolean isDemos() {
        return db.sql(
                                """
                                select (select count(*) from demo_clock)
                                  + (select count(*) from person where mail = concat(id, '@waymark.example'))""")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void make() {
        String user = required("WAYMARK_ADMIN_USER", "waymark.admin.user");
        String password = required("WAYMARK_ADMIN_PASSWORD", "waymark.admin.password");
        String mail = required("WAYMARK_ADMIN_MAIL", "waymark.admin.mail");
        if (!USER_NAME.matcher(user).matches()) {
            throw new RefusedStart(List.of(new Reason("admin.user", user)));
        }
        if (people.find(user).isPresent()) {
            throw new RefusedStart(List.of(new Reason("admin.taken", user)));
        }
        db.sql(
                        """
                        insert into person (id, name_zh, name_en, mail, password_hash, password_initial, active)
                        values (?, '系统管理员', 'Administrator', ?, ?, true, true)""")
                .params(user, mail, passwords.encode(password))
                .update();
        db.sql("insert into person_role (person, role) values (?, ?)")
                .params(user, ROLE)
                .update();
        events.publishEvent(new AccountChanged(user, AccountChanged.What.ADDED, null, ROLE));
        LOG.info("Made {} the first administrator", user);
    }

    private String required(String variable, String name) {
        String given = settings.getProperty(name, "").strip();
        if (given.isEmpty()) {
            throw new RefusedStart(List.of(new Reason("admin.missing", variable)));
        }
        return given;
    }
}
