package org.waymark.milestone.need;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.milestone.need.NeedTable.Place;

/** Lets projects go on that have what they waited for; each run may be repeated. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class NeedWork {

    private static final Logger LOG = LoggerFactory.getLogger(NeedWork.class);

    private final Needs needs;
    private final NeedTable table;

    NeedWork(Needs needs, NeedTable table) {
        this.needs = needs;
        this.table = table;
    }

    @Scheduled(fixedDelay = 2000)
    void asked() {
        table.asked().forEach(this::look);
    }

    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        table.waiting().forEach(this::look);
    }

    /** One that fails holds up no other. */
    private void look(Place place) {
        try {
            needs.look(place.project(), place.milestone());
        } catch (RuntimeException e) {
            LOG.error("Looking at what {} waits for failed, next try in the next run", place, e);
        }
    }
}
