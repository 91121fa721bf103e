package org.waymark.milestone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.evidence.Evidence;

/** The milestones' background work; each run may be repeated. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class MilestoneWork {

    private static final Logger LOG = LoggerFactory.getLogger(MilestoneWork.class);

    private final Milestones milestones;
    private final Evidence evidence;

    MilestoneWork(Milestones milestones, Evidence evidence) {
        this.milestones = milestones;
        this.evidence = evidence;
    }

    /** What was not taken on the way becomes skipped a little later, when the process stands still. */
    @Scheduled(fixedDelay = 15_000)
    void settle() {
        for (String project : milestones.unsettled()) {
            try {
                milestones.settle(project);
            } catch (RuntimeException e) {
                LOG.error("The milestones of {} are not settled, next try in the next run", project, e);
            }
        }
    }

    @Scheduled(cron = "0 30 2 * * *")
    void forgetPendingFiles() {
        evidence.sweep();
    }
}
