package org.waymark.milestone.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Anchors.OnReturn;
import org.waymark.deadline.service.AnchorDays;
import org.waymark.engine.Models;
import org.waymark.evidence.Evidence;
import org.waymark.evidence.Evidence.Stored;
import org.waymark.template.Field;
import org.waymark.template.Form;
import org.waymark.template.Forms;

/** What the forms of steps hold, one entry for each round of a step. */
@Service
public class Entries {

    private final EntryTable table;
    private final EntryChecks checks;
    private final Steps steps;
    private final Forms forms;
    private final Models models;
    private final Anchors anchors;
    private final Evidence evidence;
    private final List<Adviser> advisers;

    Entries(
            EntryTable table,
            EntryChecks checks,
            Steps steps,
            Forms forms,
            Models models,
            Anchors anchors,
            Evidence evidence,
            List<Adviser> advisers) {
        this.table = table;
        this.checks = checks;
        this.steps = steps;
        this.forms = forms;
        this.models = models;
        this.anchors = anchors;
        this.evidence = evidence;
        this.advisers = advisers;
    }

    /** A room above that knows more of its own diagram's steps than their forms say. */
    public interface Adviser {

        /** Id of the diagram. */
        String process();

        /** What the step is about, as its card says it; null if there is nothing to say. */
        String subject(Step step, String language);

        /** What its form shows when it is opened for the first time. */
        Map<String, Object> first(Step step);

        /** What in fields that pass their form's checks cannot be submitted: a sentence for the reader by field. */
        Map<String, String> wrong(Step step, Map<String, Object> fields);
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

    /** The entry of this round; if nothing was saved yet, what an earlier round held, to be gone over. */
    public Entry of(Step step) {
        return table.stored(step)
                .or(() -> table.before(step)
                        .map(before -> new Entry(0, false, goneOver(step, before.fields()), before.savedBy())))
                .or(() -> adviser(step).map(one -> new Entry(0, false, one.first(step), null)))
                .orElse(new Entry(0, false, Map.of(), null));
    }

    /** What the step is about beside its project, its milestone and its object. */
    public Optional<String> subject(Step step, String language) {
        return adviser(step).map(one -> one.subject(step, language));
    }

    private Optional<Adviser> adviser(Step step) {
        return advisers.stream()
                .filter(one -> one.process().equals(step.process()))
                .findFirst();
    }

    /**
     * Saves a draft, or what is to be submitted, of {@code who}'s open step.
     *
     * @param revision the revision the reader had on the screen
     * @throws Incomplete if its form refuses it; nothing is saved then
     * @throws Stale if another revision is stored
     */
    @Transactional
    public Entry save(String taskId, Map<String, Object> fields, int revision, boolean draft, String who) {
        Step step = steps.lock(taskId, who);
        Form form = form(step);
        Map<String, Object> whole = whole(step, fields);
        var wrong = draft ? forms.unfit(form, whole) : wrong(step, form, whole);
        if (!wrong.isEmpty()) {
            throw new Incomplete(wrong);
        }
        int rows =
                revision == 0 ? table.insert(step, whole, draft, who) : table.update(step, whole, revision, draft, who);
        Entry saved = table.stored(step).orElseThrow();
        if (rows == 0) {
            throw new Stale(saved);
        }
        return saved;
    }

    /** What is to be submitted now, if it holds what its form asks for: files may be gone, days may have passed. */
    Optional<Map<String, Object>> submittable(Step step) {
        Form form = form(step);
        return table.stored(step)
                .filter(entry -> entry.valid())
                .map(entry -> whole(step, entry.fields()))
                .or(() -> form.fields().isEmpty() ? Optional.of(Map.of()) : Optional.empty())
                .filter(fields -> wrong(step, form, fields).isEmpty());
    }

    private Map<String, String> wrong(Step step, Form form, Map<String, Object> fields) {
        Map<String, String> wrong = checks.wrong(step, form, fields);
        return wrong.isEmpty()
                ? adviser(step).map(one -> one.wrong(step, fields)).orElse(wrong)
                : wrong;
    }

    /** Lets the entry be gone over and saved again before its step can be submitted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redraft(Step step) {
        table.redraft(step);
    }

    /** Tidy, and with the files that were stored, not those the browser names. */
    private Map<String, Object> whole(Step step, Map<String, Object> fields) {
        Map<String, Object> whole = forms.tidy(fields);
        List<Stored> files = files(step);
        form(step).fields().stream()
                .filter(Field::evidence)
                .forEach(field -> whole.put(
                        field.name(),
                        files.stream()
                                .filter(file -> file.field().equals(field.name()))
                                .map(Stored::id)
                                .toList()));
        return whole;
    }

    /** The step's files, of earlier rounds too; where a period is to begin anew it needs new proof. */
    public List<Stored> files(Step step) {
        boolean again = again(step, anchor(step).get("anchor"));
        return evidence.of(step.instanceKey(), step.element()).stream()
                .filter(file -> !again || file.round() == step.round())
                .toList();
    }

    /** What the round before held, but for what belongs to that round alone. */
    private Map<String, Object> goneOver(Step step, Map<String, Object> before) {
        Map<String, Object> fields = new LinkedHashMap<>(before);
        fields.remove(Form.LATE_REASON);
        var properties = anchor(step);
        if (again(step, properties.get("anchor"))) {
            AnchorDays.fields(properties).forEach(fields::remove);
        }
        return fields;
    }

    private Map<String, String> anchor(Step step) {
        return models.ofDefinition(step.definition()).node(step.element()).properties();
    }

    private boolean again(Step step, String event) {
        return event != null
                && anchors.onReturn(step.instanceKey(), event)
                        .filter(OnReturn.AGAIN::equals)
                        .isPresent();
    }

    public Form form(Step step) {
        return forms.of(step.definition(), step.element());
    }
}
