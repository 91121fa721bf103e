package org.waymark.roster;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.engine.Engine;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** Opens requested cases, a chunk a transaction and a command: stopped anywhere, the next call goes on from there. */
@Component
class CaseOpening {

    static final int CHUNK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CaseOpening.class);

    /** SQL states of what passes by itself: no connection, undone for another's sake, no room or time, being stopped. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "HY");

    private final CaseTable cases;
    private final RosterTable objects;
    private final CaseStart start;
    private final Engine engine;
    private final ChangeLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseOpening(
            CaseTable cases,
            RosterTable objects,
            CaseStart start,
            Engine engine,
            ChangeLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.objects = objects;
        this.start = start;
        this.engine = engine;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Opens one chunk. If one of it cannot be opened the chunk is undone and each is tried alone: the others open, that
     * one is FAILED with the reason and asked for no more until somebody looks at it.
     *
     * @return how many requests were dealt with, 0 when nothing is asked for
     */
    int chunk() {
        try {
            return transaction.execute(status -> openTogether(cases.takeRequested(CHUNK)));
        } catch (RuntimeException e) {
            LOG.warn("A chunk of cases was undone, each is tried alone", e);
        }
        return (int) cases.requested(CHUNK).stream().filter(this::alone).count();
    }

    private int openTogether(List<Case> requested) {
        if (!requested.isEmpty()) {
            engine.together(() -> {
                requested.forEach(this::open);
                return requested;
            });
        }
        return requested.size();
    }

    private boolean alone(long id) {
        try {
            return transaction.execute(
                    status -> openTogether(cases.takeRequested(id).stream().toList()) > 0);
        } catch (RuntimeException e) {
            if (passes(e)) {
                LOG.warn("Case {} is not opened, next try in the next run", id, e);
                return false;
            }
            LOG.error("Case {} cannot be opened, somebody has to look at it", id, e);
            return transaction.execute(status ->
                    cases.takeRequested(id).filter(one -> fail(one, e)).isPresent());
        }
    }

    private boolean fail(Case one, RuntimeException reason) {
        String sentence = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        log.add(new Change(
                one.caseKey(), "case.failed", one.caseKey(), one.state().name(), "FAILED", cut(sentence), today()));
        return cases.fail(one, sentence);
    }

    private void open(Case one) {
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

    private static boolean passes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state != null && PASSING.contains(state.substring(0, 2)));
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(1000, reason.length()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
