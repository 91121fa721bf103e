package org.waymark.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The people of the office: who they are, what they may do, for which villages. */
@Service
public class People {

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    /** The person with this user name, active or not. */
    public Optional<Person> find(String id) {
        return db.sql("select id, name_zh, name_en, mail, unit, active from person where id = :id")
                .param("id", id)
                .query(Person.class)
                .optional();
    }

    public List<Person> all() {
        return db.sql("select id, name_zh, name_en, mail, unit, active from person order by id")
                .query(Person.class)
                .list();
    }

    /**
     * Groups of a person as the engine sees them: the roles ({@code cadres}) and, for roles bound to villages, one
     * group per village ({@code cadres.luxi}).
     */
    public Set<String> groupsOf(String id) {
        return Set.copyOf(db.sql("select distinct group_id from person_group where person = :id")
                .param("id", id)
                .query(String.class)
                .list());
    }

    /** Active people of a group, in order of their user names. */
    public List<Person> inGroup(String group) {
        return db.sql(
                        """
                        select p.id, p.name_zh, p.name_en, p.mail, p.unit, p.active
                        from person p join person_group g on g.person = p.id
                        where g.group_id = :group and p.active order by p.id""")
                .param("group", group)
                .query(Person.class)
                .list();
    }

    public List<Village> villages() {
        return db.sql("select code, name_zh, name_en from village order by code")
                .query(Village.class)
                .list();
    }

    /** The stored hash of a person who may sign in on this day. */
    Optional<String> passwordOf(String id, LocalDate today) {
        return db.sql(
                        """
                        select password_hash from person
                        where id = :id and active and (ends_on is null or ends_on >= :today)""")
                .param("id", id)
                .param("today", today)
                .query(String.class)
                .optional();
    }
}
