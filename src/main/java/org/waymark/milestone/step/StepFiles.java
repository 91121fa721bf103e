package org.waymark.milestone.step;

import java.io.InputStream;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.evidence.Evidence;
import org.waymark.evidence.Evidence.Place;
import org.waymark.evidence.Evidence.Stored;
import org.waymark.template.Field;

/** Adds files to an open step and takes them back. Either way its entry has to be gone over again. */
@Service
public class StepFiles {

    private final Steps steps;
    private final Entries entries;
    private final Evidence evidence;
    private final MessageSource texts;

    StepFiles(Steps steps, Entries entries, Evidence evidence, MessageSource texts) {
        this.steps = steps;
        this.entries = entries;
        this.evidence = evidence;
        this.texts = texts;
    }

    /** @throws Refused if the form has no such field for files, or the step is not open or not {@code who}'s */
    @Transactional
    public Stored add(String taskId, String field, String name, String mediaType, InputStream content, String who) {
        Step step = steps.lock(taskId, who);
        if (entries.form(step).field(field).filter(Field::evidence).isEmpty()) {
            throw new Refused(texts.getMessage("step.evidence", null, LocaleContextHolder.getLocale()));
        }
        entries.redraft(step);
        var place = new Place(step.instanceKey(), step.element(), step.round(), field);
        return evidence.add(place, name, mediaType, content, who);
    }

    /** False if the file was part of a submission and stays. */
    @Transactional
    public boolean remove(String taskId, String file, String who) {
        Step step = steps.lock(taskId, who);
        entries.redraft(step);
        return of(step, file).isPresent() && evidence.remove(file);
    }

    /** The file, if it is this step's. */
    public Optional<Stored> of(Step step, String file) {
        return evidence.find(file)
                .filter(found -> found.instanceKey().equals(step.instanceKey())
                        && found.element().equals(step.element()));
    }
}
