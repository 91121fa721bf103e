package org.waymark.project.life;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes the process instances follow what was decided of their project; each run may be repeated. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class StopWork {

    private static final Logger LOG = LoggerFactory.getLogger(StopWork.class);

    private final Stops stops;

    StopWork(Stops stops) {
        this.stops = stops;
    }

    @Scheduled(fixedDelay = 2000)
    void follow() {
        for (long stop : stops.unfollowed()) {
            try {
                while (stops.chunk(stop)) {
                    LOG.info("{} process instances follow stop {}", Stops.CHUNK, stop);
                }
            } catch (RuntimeException e) {
                LOG.error("The instances of stop {} do not follow, next try in the next run", stop, e);
            }
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        stops.lookAgain();
    }
}
