package org.waymark.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The made-up people of the demo (demo/people.csv), written once into an empty database. */
@Component
@ConditionalOnProperty("waymark.demo.people")
@DependsOnDatabaseInitialization
class DemoPeople implements InitializingBean {

    private static final String PASSWORD = "waymark-demo";

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    DemoPeople(JdbcClient db, PasswordEncoder passwords, TransactionTemplate transaction) {
        this.db = db;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            if (db.sql("select count(*) from person").query(Long.class).single() == 0) {
                String hash = passwords.encode(PASSWORD);
                lines().forEach(cells -> write(cells, hash));
            }
        });
    }

    private void write(String[] cells, String hash) {
        switch (cells[0]) {
            case "unit" ->
                db.sql("insert into unit (code, name_zh, name_en) values (?, ?, ?)")
                        .params(cells[1], cells[2], cells[3])
                        .update();
            case "village" ->
                db.sql("insert into village (code, name_zh, name_en) values (?, ?, ?)")
                        .params(cells[1], cells[2], cells[3])
                        .update();
            case "person" -> person(cells, hash);
            default -> throw new IllegalStateException("demo/people.csv: unknown kind of row '%s'".formatted(cells[0]));
        }
    }

    private void person(String[] cells, String hash) {
        db.sql(
                        """
                        insert into person (id, name_zh, name_en, mail, unit, password_hash, active)
                        values (?, ?, ?, ?, ?, ?, true)""")
                .params(cells[1], cells[2], cells[3], cells[1] + "@waymark.example", cells[4], hash)
                .update();
        db.sql("insert into person_role (person, role) values (?, ?)")
                .params(cells[1], cells[5])
                .update();
        for (String village : cells.length > 6 ? cells[6].split(" ") : new String[0]) {
            db.sql("insert into person_village (person, village) values (?, ?)")
                    .params(cells[1], village)
                    .update();
        }
    }

    private static List<String[]> lines() {
        try {
            String text = new ClassPathResource("demo/people.csv").getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/people.csv could not be read", e);
        }
    }
}
