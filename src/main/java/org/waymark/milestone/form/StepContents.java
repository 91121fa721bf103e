package org.waymark.milestone.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.evidence.Evidence.Stored;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Entries.Entry;
import org.waymark.milestone.step.Step;
import org.waymark.template.Field;

/** What was entered in a step and which files belong to it, in the words of its form, for those who may read it. */
@Component
public class StepContents {

    private final Entries entries;
    private final StepRights rights;

    StepContents(Entries entries, StepRights rights) {
        this.entries = entries;
        this.rights = rights;
    }

    /** @param size in bytes */
    public record File(String name, long size, String address) {}

    /** A field that was filled in: its label, and the text or the files it holds. */
    public record Filled(String label, String text, List<File> files) {}

    /**
     * What a step holds.
     *
     * @param readable whether the reader may see it; if not, nothing is told of it
     * @param draft whether it is not submitted
     */
    public record Contents(boolean readable, boolean draft, List<Filled> fields) {

        public boolean isEmpty() {
            return fields.isEmpty();
        }
    }

    public Contents of(Step step) {
        boolean draft = step.state() != Step.State.DONE;
        if (!rights.mayRead(step)) {
            return new Contents(false, draft, List.of());
        }
        Entry entry = entries.of(step);
        List<Filled> filled = new ArrayList<>();
        if (entry.revision() > 0) {
            List<Stored> files = entries.files(step);
            for (Field field : entries.form(step).fields()) {
                add(filled, step, field, entry.fields(), files);
            }
        }
        return new Contents(true, draft, filled);
    }

    private static void add(
            List<Filled> filled, Step step, Field field, Map<String, Object> values, List<Stored> files) {
        Object value = values.get(field.name());
        String language = LocaleContextHolder.getLocale().getLanguage();
        if (value instanceof List<?> ids) {
            List<File> named = files.stream()
                    .filter(file -> ids.contains(file.id()))
                    .map(file -> new File(
                            file.fileName(), file.sizeBytes(), EvidenceController.address(step.taskId(), file)))
                    .toList();
            if (!named.isEmpty()) {
                filled.add(new Filled(field.label(language), null, named));
            }
        } else if (value != null && !value.toString().isBlank()) {
            filled.add(new Filled(field.label(language), field.shown(value.toString(), language), List.of()));
        }
    }
}
