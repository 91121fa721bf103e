package org.waymark.identity.workbook;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.identity.workbook.Staff.Member;
import org.waymark.identity.workbook.Staff.Place;

/** The rows of people, units and villages, as a workbook sees them. */
@Component
class StaffTable {

    private final JdbcClient db;

    StaffTable(JdbcClient db) {
        this.db = db;
    }

    /** Imports take turns, and so do they with whoever makes the first administrator. */
    void lock() {
        db.sql("select name from start_lock where name = 'seed' for update")
                .query(String.class)
                .single();
    }

    /** All there is; somebody switched off without a last day is shown as gone the day before this one. */
    Staff read(LocalDate today) {
        return new Staff(places("unit"), places("village"), people(today));
    }

    private Map<String, Place> places(String table) {
        Map<String, Place> found = new TreeMap<>();
        db.sql("select code, name_zh, name_en from " + table)
                .query(Place.class)
                .list()
                .forEach(place -> found.put(place.code(), place));
        return found;
    }

    private Map<String, Member> people(LocalDate today) {
        Map<String, SortedSet<String>> roles = sets("person, role", "person_role");
        Map<String, SortedSet<String>> villages = sets("person, village", "person_village");
        Map<String, Member> found = new TreeMap<>();
        db.sql("select id, name_zh, name_en, mail, unit, active, ends_on from person")
                .query((row, n) -> new Member(
                        row.getString("id"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("mail"),
                        row.getString("unit"),
                        roles.getOrDefault(row.getString("id"), new TreeSet<>()),
                        villages.getOrDefault(row.getString("id"), new TreeSet<>()),
                        row.getBoolean("active") || row.getDate("ends_on") != null
                                ? row.getObject("ends_on", LocalDate.class)
                                : today.minusDays(1)))
                .list()
                .forEach(person -> found.put(person.id(), person));
        return found;
    }

    private Map<String, SortedSet<String>> sets(String columns, String table) {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        db.sql("select %s from %s".formatted(columns, table))
                .query((row, n) -> found.computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                        .add(row.getString(2)))
                .list();
        return found;
    }

    void insert(String table, Place place) {
        db.sql("insert into %s (code, name_zh, name_en) values (?, ?, ?)".formatted(table))
                .params(place.code(), place.nameZh(), place.nameEn())
                .update();
    }

    void update(String table, Place place) {
        db.sql("update %s set name_zh = ?, name_en = ? where code = ?".formatted(table))
                .params(place.nameZh(), place.nameEn(), place.code())
                .update();
    }

    /** With a password that is to be changed at the first sign-in. */
    void insert(Member person, String passwordHash) {
        db.sql(
                        """
                        insert into person (id, name_zh, name_en, mail, unit, password_hash, password_initial, active,
                          ends_on)
                        values (?, ?, ?, ?, ?, ?, true, true, ?)""")
                .params(
                        person.id(),
                        person.nameZh(),
                        person.nameEn(),
                        person.mail(),
                        person.unit(),
                        passwordHash,
                        person.endsOn())
                .update();
        belongs(person);
    }

    void update(Member person) {
        db.sql(
                        """
                        update person set name_zh = ?, name_en = ?, mail = ?, unit = ?, active = true, ends_on = ?
                        where id = ?""")
                .params(person.nameZh(), person.nameEn(), person.mail(), person.unit(), person.endsOn(), person.id())
                .update();
        db.sql("delete from person_role where person = ?").param(person.id()).update();
        db.sql("delete from person_village where person = ?").param(person.id()).update();
        belongs(person);
    }

    private void belongs(Member person) {
        for (String role : person.roles()) {
            db.sql("insert into person_role (person, role) values (?, ?)")
                    .params(person.id(), role)
                    .update();
        }
        for (String village : person.villages()) {
            db.sql("insert into person_village (person, village) values (?, ?)")
                    .params(person.id(), village)
                    .update();
        }
    }
}
