package org.waymark.milestone.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.step.Entries.Entry;

/** The rows of entries, one for each round of a step. */
@Component
class EntryTable {

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;
    private final Clock clock;

    EntryTable(JdbcClient db, ObjectMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    Optional<Entry> stored(Step step) {
        return db.sql(
                        """
                        select revision, state, fields, saved_by from entry
                        where instance_key = :key and element = :element and round = :round""")
                .param("key", step.instanceKey())
                .param("element", step.element())
                .param("round", step.round())
                .query(entry())
                .optional();
    }

    /** What was last kept of an earlier round; a round that was sent back before anything was typed in kept nothing. */
    Optional<Entry> before(Step step) {
        return db.sql(
                        """
                        select revision, state, fields, saved_by from entry
                        where instance_key = :key and element = :element and round < :round
                        order by round desc limit 1""")
                .param("key", step.instanceKey())
                .param("element", step.element())
                .param("round", step.round())
                .query(entry())
                .optional();
    }

    /** Lets an entry be gone over again before it counts: whose step it is, or what proves it, has changed. */
    void redraft(Step step) {
        db.sql(
                        """
                        update entry set state = 'DRAFT'
                        where instance_key = :key and element = :element and round = :round""")
                .param("key", step.instanceKey())
                .param("element", step.element())
                .param("round", step.round())
                .update();
    }

    // One statement: a caught duplicate key would abort the transaction on PostgreSQL.
    int insert(Step step, Map<String, Object> fields, boolean draft, String who) {
        return db.sql(
                        """
                        insert into entry (instance_key, element, round, revision, fields, state, saved_by, saved_at)
                        select :key, :element, cast(:round as int), 1, :fields, :state, :who,
                          cast(:now as timestamp with time zone)
                        from (select 1 as one) t where not exists (select 1 from entry
                          where instance_key = :key and element = :element and round = cast(:round as int))""")
                .param("key", step.instanceKey())
                .param("element", step.element())
                .param("round", step.round())
                .param("fields", write(fields))
                .param("state", draft ? "DRAFT" : "VALID")
                .param("who", who)
                .param("now", now())
                .update();
    }

    int update(Step step, Map<String, Object> fields, int revision, boolean draft, String who) {
        return db.sql(
                        """
                        update entry set revision = revision + 1, fields = :fields, state = :state, saved_by = :who,
                          saved_at = :now
                        where instance_key = :key and element = :element and round = :round and revision = :revision""")
                .param("key", step.instanceKey())
                .param("element", step.element())
                .param("round", step.round())
                .param("revision", revision)
                .param("fields", write(fields))
                .param("state", draft ? "DRAFT" : "VALID")
                .param("who", who)
                .param("now", now())
                .update();
    }

    private RowMapper<Entry> entry() {
        return (row, n) -> new Entry(
                row.getInt("revision"),
                "VALID".equals(row.getString("state")),
                read(row.getString("fields")),
                row.getString("saved_by"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private String write(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These fields are no JSON", e);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored entry is no JSON", e);
        }
    }
}
