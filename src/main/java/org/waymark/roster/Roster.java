package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.template.Template.Stage;
import org.waymark.template.Templates;

/** The rosters (台账) of projects: objects added, withdrawn, opened again. */
@Service
public class Roster {

    private final RosterTable objects;
    private final CaseTable cases;
    private final GateTable gates;
    private final Milestones milestones;
    private final Templates templates;
    private final Engine engine;
    private final ChangeLog log;
    private final Clock clock;

    Roster(
            RosterTable objects,
            CaseTable cases,
            GateTable gates,
            Milestones milestones,
            Templates templates,
            Engine engine,
            ChangeLog log,
            Clock clock) {
        this.objects = objects;
        this.cases = cases;
        this.gates = gates;
        this.milestones = milestones;
        this.templates = templates;
        this.engine = engine;
        this.log = log;
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
     */
    @Transactional
    public void add(String project, String kind, List<NewObject> news) {
        List<Milestone> tracks = milestones.of(project).stream()
                .filter(milestone -> kind.equals(milestone.roster()))
                .toList();
        for (NewObject fresh : news) {
            RosterObject object = objects.insert(project, kind, fresh);
            log(project + ":" + object.number(), "object.added", object.number(), null, fresh.stage(), null, today());
            for (Milestone milestone : tracks) {
                if (fresh.stage() != null) {
                    importAt(object, milestone, fresh);
                } else if (milestone.state() == State.OPEN || milestone.state().done()) {
                    request(object, milestone, 1, null, Map.of());
                }
            }
        }
        tracks.forEach(milestone -> gates.check(project, milestone.element()));
    }

    private void importAt(RosterObject object, Milestone milestone, NewObject fresh) {
        if (NewObject.DONE.equals(fresh.stage())) {
            request(object, milestone, 1, NewObject.DONE, Map.of());
            Case done = cases.of(object.id()).stream()
                    .filter(one -> one.milestone().equals(milestone.element()))
                    .findFirst()
                    .orElseThrow();
            cases.close(done.id(), fresh.doneOn(), "imported");
            log(done.caseKey(), "case.imported", object.number(), null, NewObject.DONE, null, fresh.doneOn());
            return;
        }
        Stage stage = templates.latest(milestone.caseProcess()).stage(fresh.stage());
        for (String anchor : stage.anchors()) {
            if (!fresh.anchors().containsKey(anchor)) {
                throw new IllegalArgumentException("Object %s at stage '%s' needs the day of '%s'"
                        .formatted(object.number(), stage.code(), anchor));
            }
        }
        request(object, milestone, 1, stage.code(), fresh.anchors());
    }

    private void request(
            RosterObject object, Milestone milestone, int run, String stage, Map<String, LocalDate> anchors) {
        String written = anchors.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        cases.request(object, milestone, run, stage, written, milestone.state().done());
    }

    /** Asks for a case of every object of the kind that has none in this milestone. */
    @Transactional
    public void openAll(String project, String element) {
        Milestone milestone = milestones.find(project, element).orElseThrow();
        objects.valid(project, milestone.roster()).forEach(object -> request(object, milestone, 1, null, Map.of()));
    }

    /** Takes an object out of the count (核减): its open case ends, its record stays. */
    @Transactional
    public void withdraw(String project, String number, String reason) {
        RosterObject object = known(project, number);
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("To withdraw %s a reason is needed".formatted(number));
        }
        objects.withdraw(object.id(), reason, today());
        log(project + ":" + number, "object.withdrawn", number, "VALID", "WITHDRAWN", reason, today());
        for (Case one : cases.of(object.id())) {
            if (one.state() == Case.State.OPEN || one.state() == Case.State.REQUESTED) {
                end(one, reason);
            }
            gates.check(project, one.milestone());
        }
    }

    /** Opens a closed case again as a new run, at {@code stage}; the closed one stays as it is. */
    @Transactional
    public void reopen(String caseKey, String stage, Map<String, LocalDate> anchors, String reason) {
        Case closed = cases.find(caseKey).orElseThrow(() -> new NoSuchElementException("There is no case " + caseKey));
        if (closed.state() != Case.State.CLOSED) {
            throw new IllegalStateException("Case %s is %s, not CLOSED".formatted(caseKey, closed.state()));
        }
        Milestone milestone =
                milestones.find(closed.project(), closed.milestone()).orElseThrow();
        RosterObject object =
                objects.find(closed.project(), caseKey.split(":")[1]).orElseThrow();
        request(object, milestone, closed.run() + 1, stage, anchors);
        log(caseKey, "case.reopened", object.number(), "CLOSED", String.valueOf(closed.run() + 1), reason, today());
    }

    /** Cancels the next unfinished cases of a cancelled project; true while some are left. */
    @Transactional
    public boolean cancelSome(String project, int limit) {
        List<Case> some = cases.unfinished(project, limit);
        some.forEach(one -> end(one, "project cancelled"));
        return some.size() == limit;
    }

    private void end(Case one, String reason) {
        cases.cancel(one.id());
        log(one.caseKey(), "case.cancelled", one.caseKey(), one.state().name(), "CANCELLED", reason, today());
        if (one.processInstance() != null) {
            engine.cancel(one.processInstance(), reason);
        }
    }

    private RosterObject known(String project, String number) {
        return objects.find(project, number)
                .orElseThrow(
                        () -> new NoSuchElementException("Project %s has no object %s".formatted(project, number)));
    }

    private void log(String chain, String what, String subject, String old, String next, String reason, LocalDate day) {
        log.add(new Change(chain, what, subject, old, next, reason, day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
