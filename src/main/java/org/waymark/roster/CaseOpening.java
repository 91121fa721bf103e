package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.engine.Chunks;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** Opens requested cases; one that cannot be opened is FAILED and stops no other. */
@Component
class CaseOpening implements Chunks.Requests<Case> {

    static final int CHUNK = 100;

    private final CaseTable cases;
    private final RosterTable objects;
    private final CaseStart start;
    private final Chunks chunks;
    private final ChangeLog log;
    private final Clock clock;

    CaseOpening(CaseTable cases, RosterTable objects, CaseStart start, Chunks chunks, ChangeLog log, Clock clock) {
        this.cases = cases;
        this.objects = objects;
        this.start = start;
        this.chunks = chunks;
        this.log = log;
        this.clock = clock;
    }

    /** @return how many requests were dealt with, 0 when nothing is asked for or nothing can be done now */
    int chunk() {
        return chunks.open(this, CHUNK);
    }

    @Override
    public List<Case> take(int limit) {
        return cases.takeRequested(limit);
    }

    @Override
    public List<Long> waiting(int limit) {
        return cases.requested(limit);
    }

    @Override
    public Optional<Case> take(long id) {
        return cases.takeRequested(id);
    }

    @Override
    public void fail(Case one, String reason) {
        log.add(new Change(
                one.caseKey(), "case.failed", one.caseKey(), one.state().name(), "FAILED", reason, today()));
        cases.fail(one, reason);
    }

    @Override
    public void open(Case one) {
        RosterObject object = objects.get(one.objectId());
        cases.begin(one);
        cases.runsAs(one.id(), start.start(one, object));
        log.add(new Change(
                one.caseKey(),
                one.imported() ? "case.imported" : "case.opened",
                object.number(),
                null,
                one.startStage(),
                null,
                today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
