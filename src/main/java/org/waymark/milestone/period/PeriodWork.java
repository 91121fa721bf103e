package org.waymark.milestone.period;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has periods computed anew as soon as that is needed; each run may be repeated, on any node. */
@Component
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class PeriodWork {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodWork.class);

    private final PeriodAdoption adoption;
    private final PeriodMoves moves;

    PeriodWork(PeriodAdoption adoption, PeriodMoves moves) {
        this.adoption = adoption;
        this.moves = moves;
    }

    @Scheduled(fixedDelay = 2000)
    void run() {
        try {
            adoption.once();
            moves.all();
        } catch (RuntimeException e) {
            LOG.error("Computing periods anew failed, next try in the next run", e);
        }
    }
}
