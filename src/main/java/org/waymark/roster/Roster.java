package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.roster.gate.GateTable;

/**
 * The rosters (台账) of projects: objects added, withdrawn, opened again. What cannot be done is refused with a sentence
 * in the reader's language, and nothing is changed.
 */
@Service
public class Roster {

    private final RosterTable objects;
    private final CaseTable cases;
    private final CaseRequests requests;
    private final CaseEnding ending;
    private final StageCheck stages;
    private final GateTable gates;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    Roster(
            RosterTable objects,
            CaseTable cases,
            CaseRequests requests,
            CaseEnding ending,
            StageCheck stages,
            GateTable gates,
            ChangeLog log,
            MessageSource texts,
            Clock clock) {
        this.objects = objects;
        this.cases = cases;
        this.requests = requests;
        this.ending = ending;
        this.stages = stages;
        this.gates = gates;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    public Optional<RosterObject> find(String project, String number) {
        return objects.find(project, number);
    }

    public List<Case> casesOf(RosterObject object) {
        return cases.of(object.id());
    }

    /**
     * Adds objects, all or none. Where their milestone is open already, or reached, their cases are asked for at once;
     * after the gate they are late and never move the project back.
     *
     * @throws Refused if a number is taken, or an object could not be started at its stage
     */
    @Transactional
    public void add(String project, String kind, List<NewObject> news) {
        List<Milestone> tracks = requests.lockTracks(project, kind);
        for (NewObject fresh : news) {
            Optional<Milestone> at = at(tracks, fresh);
            at.ifPresent(milestone -> stages.check(fresh, milestone));
            if (objects.find(project, fresh.number()).isPresent()) {
                throw refused("roster.number.taken", fresh.number());
            }
            RosterObject object = objects.insert(project, kind, fresh);
            log(project + ":" + object.number(), "object.added", object.number(), null, fresh.stage(), null, today());
            at.ifPresent(milestone -> start(object, tracks, milestone, fresh));
        }
        tracks.forEach(milestone -> gates.check(project, milestone.element()));
    }

    /** The milestone the object is at; none if no milestone of the project has a roster of its kind. */
    private Optional<Milestone> at(List<Milestone> tracks, NewObject fresh) {
        Optional<Milestone> found = tracks.stream()
                .filter(milestone ->
                        fresh.milestone() == null || milestone.element().equals(fresh.milestone()))
                .findFirst();
        if (found.isEmpty() && fresh.milestone() != null) {
            throw refused("roster.milestone.unknown", fresh.number(), fresh.milestone());
        }
        return found;
    }

    /** What an object goes through before the milestone it is at is done; what comes after waits for that. */
    private void start(RosterObject object, List<Milestone> tracks, Milestone at, NewObject fresh) {
        Set<String> before = before(tracks, at);
        for (Milestone milestone : tracks) {
            if (before.contains(milestone.element()) || milestone == at && NewObject.DONE.equals(fresh.stage())) {
                done(object, milestone, fresh.doneOn());
            } else if (milestone == at && fresh.stage() != null) {
                requests.next(object, milestone, fresh.stage(), fresh.anchors());
            } else {
                requests.added(object, milestone);
            }
        }
    }

    private static Set<String> before(List<Milestone> tracks, Milestone at) {
        Set<String> before = new HashSet<>();
        for (int i = tracks.indexOf(at); i >= 0; i--) {
            Milestone milestone = tracks.get(i);
            if (milestone.follows() != null && (milestone == at || before.contains(milestone.element()))) {
                before.add(milestone.follows());
            }
        }
        return before;
    }

    private void done(RosterObject object, Milestone milestone, LocalDate day) {
        String key = requests.next(object, milestone, NewObject.DONE, Map.of());
        cases.close(cases.find(key).orElseThrow(), day, "imported");
        log(key, "case.imported", object.number(), null, NewObject.DONE, null, day == null ? today() : day);
    }

    /** Asks for a case of every object of the kind that has none in the milestone's present round; twice asks once. */
    @Transactional
    public void openAll(String project, String element) {
        requests.missing(project, element);
    }

    /**
     * Takes an object out of the count (核减): its open cases end, its record stays.
     *
     * @throws Refused without a reason, or if it is withdrawn already
     */
    @Transactional
    public void withdraw(String project, String number, String reason) {
        if (reason == null || reason.isBlank()) {
            throw refused("roster.withdraw.reason", number);
        }
        RosterObject object = objects.find(project, number)
                .orElseThrow(
                        () -> new NoSuchElementException("Project %s has no object %s".formatted(project, number)));
        List<Milestone> tracks = requests.lockTracks(project, object.kind());
        if (!objects.withdraw(object.id(), reason, today())) {
            throw refused("roster.withdraw.again", number);
        }
        log(project + ":" + number, "object.withdrawn", number, "VALID", "WITHDRAWN", reason, today());
        cases.of(object.id()).forEach(one -> ending.end(one, reason));
        tracks.forEach(milestone -> gates.check(project, milestone.element()));
    }

    /**
     * Opens a closed case again as a new run, at {@code stage}; the closed one stays as it is.
     *
     * @throws Refused if it is not closed, not the newest run, or its object is withdrawn
     */
    @Transactional
    public void reopen(String caseKey, String stage, Map<String, LocalDate> anchors, String reason) {
        Case before = known(caseKey);
        Milestone milestone = requests.lock(before.project(), before.milestone());
        Case closed = known(caseKey);
        RosterObject object = objects.get(closed.objectId());
        if (object.state() == RosterObject.State.WITHDRAWN) {
            throw refused("roster.reopen.withdrawn", object.number());
        }
        if (closed.run() != cases.newestRun(object.id(), milestone.element())) {
            throw refused("roster.reopen.older", object.number());
        }
        if (closed.state() != Case.State.CLOSED) {
            throw refused("roster.reopen.notClosed", object.number());
        }
        stages.check(object.number(), milestone, stage, anchors);
        stages.checkAgain(caseKey, anchors);
        requests.next(object, milestone, stage, anchors);
        log(caseKey, "case.reopened", object.number(), "CLOSED", String.valueOf(closed.run() + 1), reason, today());
    }

    /**
     * Has a case tried again that could not be opened.
     *
     * @throws Refused if it has not failed
     */
    @Transactional
    public void tryAgain(String caseKey) {
        Case failed = known(caseKey);
        if (failed.state() != Case.State.FAILED || !cases.requestAgain(failed)) {
            throw refused(
                    "roster.tryAgain.notFailed", objects.get(failed.objectId()).number());
        }
        log(caseKey, "case.triedAgain", caseKey, "FAILED", "REQUESTED", null, today());
    }

    /** Cancels the next unfinished cases of a cancelled project; true while some are left. */
    @Transactional
    public boolean cancelSome(String project, int limit) {
        List<Case> some = cases.unfinished(project, limit);
        some.forEach(one -> ending.end(one, "project cancelled"));
        return some.size() == limit;
    }

    private Case known(String caseKey) {
        return cases.find(caseKey).orElseThrow(() -> new NoSuchElementException("There is no case " + caseKey));
    }

    private Refused refused(String key, Object... values) {
        return new Refused(texts.getMessage(key, values, LocaleContextHolder.getLocale()));
    }

    private void log(String chain, String what, String subject, String old, String next, String reason, LocalDate day) {
        log.add(new Change(chain, what, subject, old, next, reason, day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
