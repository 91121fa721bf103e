package org.waymark.milestone.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals the days that have ended, soon after midnight or, if nothing ran then, later. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class SealWork {

    private static final Logger LOG = LoggerFactory.getLogger(SealWork.class);

    private final DailySeals seals;

    SealWork(DailySeals seals) {
        this.seals = seals;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void sealEndedDays() {
        try {
            for (var seal = seals.sealNext(); seal.isPresent(); seal = seals.sealNext()) {
                LOG.info(
                        "Sealed {}: {} changes, root {}",
                        seal.get().sealedDay(),
                        seal.get().rowCount(),
                        seal.get().root());
            }
        } catch (DuplicateKeyException sealedByAnotherNode) {
            LOG.debug("Another node sealed the day at the same moment");
        }
    }
}
