package org.waymark.project.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.identity.SignedIn;
import org.waymark.project.Project;
import org.waymark.project.Project.State;
import org.waymark.project.Projects;

/**
 * Suspends projects (中止) and lets them go on (恢复). From the moment of the decision nothing of the project can be
 * submitted, nobody is reminded and no lamp is lit; its process instances follow, a chunk a transaction.
 */
@Service
public class Stops {

    static final int CHUNK = 100;

    private final StopTable table;
    private final Projects projects;
    private final Engine engine;
    private final MessageSource texts;
    private final Clock clock;

    Stops(StopTable table, Projects projects, Engine engine, MessageSource texts, Clock clock) {
        this.table = table;
        this.projects = projects;
        this.engine = engine;
        this.texts = texts;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Stop> of(String project) {
        return table.of(project);
    }

    /**
     * Suspends a running project.
     *
     * @param document number of the decision
     * @throws Refused without a reason or document, or if it is not running
     */
    @Transactional
    public void suspend(String code, String reason, String document) {
        Project project = ready(code, reason, document, State.RUNNING, "life.suspend.not");
        projects.become(project, State.SUSPENDED, reason + " · " + document);
        table.insert(code, reason, document, LocalDate.now(clock), who());
    }

    /**
     * Lets a suspended project go on. No due day and no planned day moves by that; a citizen's period has run on.
     *
     * @throws Refused without a reason or document, or if it is not suspended
     */
    @Transactional
    public void resume(String code, String reason, String document) {
        Project project = ready(code, reason, document, State.SUSPENDED, "life.resume.not");
        projects.become(project, State.RUNNING, reason + " · " + document);
        table.resume(code, reason, document, LocalDate.now(clock), who());
    }

    /** Stops left to follow, to be given to {@link #chunk}. */
    List<Long> unfollowed() {
        return table.unfollowed();
    }

    /**
     * Makes up to a hundred process instances of the project stand still, or run again, in one transaction.
     *
     * @return whether some may be left
     */
    @Transactional
    public boolean chunk(long stop) {
        return table.take(stop)
                .map(taken -> {
                    int done = engine.suspendSome(taken.project(), taken.resumedOn() == null, CHUNK);
                    if (done < CHUNK) {
                        table.followed(stop);
                    }
                    return done == CHUNK;
                })
                .orElse(false);
    }

    @Transactional
    public void lookAgain() {
        table.lookAgain();
    }

    private Project ready(String code, String reason, String document, State state, String not) {
        Project project =
                projects.find(code).orElseThrow(() -> new NoSuchElementException("There is no project " + code));
        if (reason == null || reason.isBlank()) {
            throw Refused.of(texts, "life.reason");
        }
        if (document == null || document.isBlank()) {
            throw Refused.of(texts, "life.document");
        }
        if (project.state() != state) {
            String language = LocaleContextHolder.getLocale().getLanguage();
            throw Refused.of(
                    texts,
                    not,
                    project.name(language),
                    texts.getMessage("project.state." + project.state(), null, LocaleContextHolder.getLocale()));
        }
        return project;
    }

    private static String who() {
        return SignedIn.name().orElse("system");
    }
}
