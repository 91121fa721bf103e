package org.waymark.project.life;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.project.Project;
import org.waymark.project.Project.State;
import org.waymark.project.Projects;

/** Closes projects by hand (结案), where the process does not come to its end by itself. */
@Service
public class Endings {

    private final Projects projects;
    private final Engine engine;
    private final MessageSource texts;

    Endings(Projects projects, Engine engine, MessageSource texts) {
        this.projects = projects;
        this.engine = engine;
        this.texts = texts;
    }

    /**
     * Closes the project. Whoever calls has made sure, in the same transaction, that no step, case or milestone is open.
     *
     * @throws Refused without a reason, if a phase is open, or if it is not running
     */
    @Transactional
    public void finish(String code, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.of(texts, "life.reason");
        }
        Project project =
                projects.find(code).orElseThrow(() -> new NoSuchElementException("There is no project " + code));
        if (project.state() != State.RUNNING) {
            throw Refused.of(
                    texts, project.state().alive() ? "life.suspended" : "life.ended", project.name(language()));
        }
        List<Project> phases = projects.openPhases(code);
        if (!phases.isEmpty()) {
            String names = phases.stream()
                    .map(phase -> phase.name(language()))
                    .collect(Collectors.joining(texts.getMessage("life.comma", null, LocaleContextHolder.getLocale())));
            throw Refused.of(texts, "life.phasesOpen", project.name(language()), names);
        }
        if (project.processInstance() != null) {
            engine.cancel(project.processInstance(), reason);
        }
        projects.become(project, State.CLOSED, reason);
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
