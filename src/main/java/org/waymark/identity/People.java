package org.waymark.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The people of the office: who they are, what they may do, for which villages. Whoever is inactive, or whose last day
 * is over by the product's clock, has left: is in no group, gets no step and no mail, and does not sign in.
 */
@Service
public class People {

    private static final String ACTIVE = "(p.active and (p.ends_on is null or p.ends_on >= :today))";
    private static final String PERSON =
            "select p.id, p.name_zh, p.name_en, p.mail, p.unit, " + ACTIVE + " as active from person p ";

    private final JdbcClient db;
    private final Clock clock;

    People(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The person with this user name, also one who has left. */
    public Optional<Person> find(String id) {
        return db.sql(PERSON + "where p.id = :id")
                .param("id", id)
                .param("today", today())
                .query(Person.class)
                .optional();
    }

    /** Everybody there is or was. */
    public List<Person> all() {
        return db.sql(PERSON + "order by p.id")
                .param("today", today())
                .query(Person.class)
                .list();
    }

    /**
     * Groups of a person as the engine sees them: the roles ({@code cadres}); for roles bound to villages, one group per
     * village ({@code cadres.luxi}); for managers, one per project ({@code managers.LP-HSR}). Whoever has left has none.
     */
    public Set<String> groupsOf(String id) {
        return Set.copyOf(db.sql(
                        """
                        select distinct g.group_id from person_group g join person p on p.id = g.person
                        where p.id = :id and """
                                + ACTIVE)
                .param("id", id)
                .param("today", today())
                .query(String.class)
                .list());
    }

    /** All groups somebody active is in, as {@link #groupsOf} names them. */
    public Set<String> groups() {
        return Set.copyOf(
                db.sql("select distinct g.group_id from person_group g join person p on p.id = g.person where "
                                + ACTIVE)
                        .param("today", today())
                        .query(String.class)
                        .list());
    }

    /** Active people of a group, in order of their user names. */
    public List<Person> inGroup(String group) {
        return db.sql(PERSON + "join person_group g on g.person = p.id where g.group_id = :group and " + ACTIVE
                        + " order by p.id")
                .param("group", group)
                .param("today", today())
                .query(Person.class)
                .list();
    }

    public List<Village> villages() {
        return db.sql("select code, name_zh, name_en from village order by code")
                .query(Village.class)
                .list();
    }

    public List<Unit> units() {
        return db.sql("select code, name_zh, name_en from unit order by code")
                .query(Unit.class)
                .list();
    }

    /** Whether somebody was given the present password by somebody else and has to change it. */
    public boolean hasInitialPassword(String id) {
        return passwordOf(id).map(Password::initial).orElse(false);
    }

    /** A stored password; {@code initial} until its owner has changed it. */
    record Password(String hash, boolean initial) {}

    /** The stored password of a person who may sign in now. */
    Optional<Password> passwordOf(String id) {
        return db.sql(
                        "select p.password_hash as hash, p.password_initial as initial from person p where p.id = :id and "
                                + ACTIVE)
                .param("id", id)
                .param("today", today())
                .query(Password.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
