package org.waymark.roster.amount;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.engine.Refused;

/** Sums rosters up every ten minutes: often enough for a page, and no row of the change log for each closed case. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class AmountWork {

    private static final Logger LOG = LoggerFactory.getLogger(AmountWork.class);

    private final RosterAmounts amounts;

    AmountWork(RosterAmounts amounts) {
        this.amounts = amounts;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    void sumUp() {
        for (RosterAmounts.Changed one : amounts.changed()) {
            try {
                amounts.tell(one);
            } catch (Refused e) {
                LOG.info("{} of {} was told by somebody else, next look in the next run", one.code(), one.project());
            } catch (RuntimeException e) {
                LOG.error("{} of {} is not told, next try in the next run", one.code(), one.project(), e);
            }
        }
    }
}
