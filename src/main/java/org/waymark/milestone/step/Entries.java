package org.waymark.milestone.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.ClosedMonths;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Anchors.OnReturn;
import org.waymark.engine.Models;
import org.waymark.template.Form;
import org.waymark.template.Forms;

/** What the forms of steps hold, one entry for each round of a step. */
@Service
public class Entries {

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final Forms forms;
    private final Models models;
    private final Anchors anchors;
    private final ClosedMonths months;
    private final MessageSource texts;
    private final ObjectMapper json;
    private final Clock clock;

    Entries(
            JdbcClient db,
            Forms forms,
            Models models,
            Anchors anchors,
            ClosedMonths months,
            MessageSource texts,
            ObjectMapper json,
            Clock clock) {
        this.db = db;
        this.forms = forms;
        this.models = models;
        this.anchors = anchors;
        this.months = months;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An entry as it stands.
     *
     * @param revision 0 while nothing was saved in this round
     * @param valid whether it passed its form's checks, so that the step can be submitted
     * @param fields by name: a string, or a list of strings for files
     */
    public record Entry(int revision, boolean valid, Map<String, Object> fields, String savedBy) {}

    /** Somebody else saved this entry in the meantime. */
    public static class Stale extends RuntimeException {

        private final transient Entry stored;

        Stale(Entry stored) {
            super("The entry was saved by %s in the meantime".formatted(stored.savedBy()));
            this.stored = stored;
        }

        public Entry stored() {
            return stored;
        }
    }

    /** Some fields are missing or wrong: a sentence in the reader's language by field. */
    public static class Incomplete extends RuntimeException {

        private final transient Map<String, String> fields;

        Incomplete(Map<String, String> fields) {
            super(String.join(" ", fields.values()));
            this.fields = fields;
        }

        public Map<String, String> fields() {
            return fields;
        }
    }

    /** The entry of this round; if nothing was saved yet, the fields of the round before, to be gone over. */
    public Entry of(Step step) {
        return stored(step, step.round())
                .or(() -> stored(step, step.round() - 1)
                        .map(before -> new Entry(0, false, goneOver(step, before.fields()), before.savedBy())))
                .orElse(new Entry(0, false, Map.of(), null));
    }

    /**
     * Saves a draft, or what is to be submitted.
     *
     * @param revision the revision the reader had on the screen
     * @throws Incomplete if it is no draft and its form refuses it; nothing is saved then
     * @throws Stale if another revision is stored
     */
    @Transactional
    public Entry save(Step step, Map<String, Object> fields, int revision, boolean draft, String who) {
        if (!draft) {
            var wrong = wrong(step, fields);
            if (!wrong.isEmpty()) {
                throw new Incomplete(wrong);
            }
        }
        int rows = revision == 0 ? insert(step, fields, draft, who) : update(step, fields, revision, draft, who);
        Entry saved = stored(step, step.round()).orElseThrow();
        if (rows == 0) {
            throw new Stale(saved);
        }
        return saved;
    }

    private Map<String, String> wrong(Step step, Map<String, Object> fields) {
        LocalDate today = LocalDate.now(clock);
        var wrong = forms.check(form(step), fields, today);
        Object reason = fields.get(Form.LATE_REASON);
        if (wrong.isEmpty() && (reason == null || reason.toString().isBlank())) {
            LocalDate day = LocalDate.parse(fields.get(StepListener.HAPPENED_ON).toString());
            if (months.closed(day, today)) {
                var locale = LocaleContextHolder.getLocale();
                Object[] values = {day.getYear(), day.getMonthValue()};
                wrong.put(Form.LATE_REASON, texts.getMessage("step.closedMonth", values, locale));
            }
        }
        return wrong;
    }

    /** What the round before held, but for what belongs to that round alone. */
    private Map<String, Object> goneOver(Step step, Map<String, Object> before) {
        Map<String, Object> fields = new LinkedHashMap<>(before);
        fields.remove(Form.LATE_REASON);
        var properties =
                models.ofDefinition(step.definition()).node(step.element()).properties();
        String anchor = properties.get("anchor");
        if (anchor != null
                && anchors.onReturn(step.instanceKey(), anchor)
                        .filter(OnReturn.AGAIN::equals)
                        .isPresent()) {
            fields.remove(properties.getOrDefault("anchorField", StepListener.HAPPENED_ON));
        }
        return fields;
    }

    public Form form(Step step) {
        return forms.of(step.definition(), step.element());
    }

    // One statement: a caught duplicate key would abort the transaction on PostgreSQL.
    private int insert(Step step, Map<String, Object> fields, boolean draft, String who) {
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

    private int update(Step step, Map<String, Object> fields, int revision, boolean draft, String who) {
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

    private Optional<Entry> stored(Step step, int round) {
        return db.sql(
                        """
                        select revision, state, fields, saved_by from entry
                        where instance_key = :key and element = :element and round = :round""")
                .param("key", step.instanceKey())
                .param("element", step.element())
                .param("round", round)
                .query((row, n) -> new Entry(
                        row.getInt("revision"),
                        "VALID".equals(row.getString("state")),
                        read(row.getString("fields")),
                        row.getString("saved_by")))
                .optional();
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
