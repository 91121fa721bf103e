package org.waymark.progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** The monthly reports' background work; each run may be repeated, on any node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class ProgressWork {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressWork.class);

    private final ReportOpening opening;
    private final ReportListener reports;

    ProgressWork(ReportOpening opening, ReportListener reports) {
        this.opening = opening;
        this.reports = reports;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 20_000) // a first start has its projects by then
    void open() {
        int asked = opening.ask();
        if (asked > 0) {
            LOG.info("Asked for {} monthly reports", asked);
        }
        reports.endOwed();
        int opened;
        while ((opened = opening.chunk()) > 0) {
            LOG.info("Opened {} monthly reports", opened);
        }
    }
}
