package org.waymark.milestone.period;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.waymark.deadline.ledger.Recomputing;
import org.waymark.milestone.step.Steps;

/**
 * Computes periods anew, {@value #BATCH} in a transaction together with the dates of their steps, tasks and timers. A
 * batch that fails is tried again in halves, so that one bad row holds up no other.
 */
@Service
public class PeriodMoves {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodMoves.class);
    static final int BATCH = 500;

    private final Recomputing periods;
    private final Steps steps;
    private final TransactionOperations transactions;

    PeriodMoves(Recomputing periods, Steps steps, TransactionOperations transactions) {
        this.periods = periods;
        this.steps = steps;
        this.transactions = transactions;
    }

    /** Everything there is to look at now. */
    public void all() {
        long after = 0;
        for (List<Long> ids = periods.stale(after, BATCH); !ids.isEmpty(); ids = periods.stale(after, BATCH)) {
            batch(ids);
            after = ids.get(ids.size() - 1);
        }
        int looked = BATCH;
        while (looked == BATCH) {
            looked = periods.outgrown(BATCH);
        }
    }

    private void batch(List<Long> ids) {
        try {
            together(ids);
        } catch (RuntimeException e) {
            if (ids.size() == 1) {
                LOG.error("Period {} could not be computed anew, next try in the next run", ids.get(0), e);
                return;
            }
            LOG.info("A batch of {} periods is tried again in halves: {}", ids.size(), e.toString());
            batch(ids.subList(0, ids.size() / 2));
            batch(ids.subList(ids.size() / 2, ids.size()));
        }
    }

    /** Steps are locked before periods, as whoever submits a step does. */
    private void together(List<Long> ids) {
        transactions.executeWithoutResult(transaction -> {
            steps.lockOpen(periods.instancesOf(ids));
            periods.recompute(ids);
        });
    }
}
