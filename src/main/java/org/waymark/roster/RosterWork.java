package org.waymark.roster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The roster's background work: opens what was requested, looks at gates. Everything it does may be done twice. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class RosterWork {

    private static final Logger LOG = LoggerFactory.getLogger(RosterWork.class);

    private final CaseOpening opening;
    private final Gates gates;
    private final GateTable table;
    private final Roster roster;
    private final Projects projects;

    RosterWork(CaseOpening opening, Gates gates, GateTable table, Roster roster, Projects projects) {
        this.opening = opening;
        this.gates = gates;
        this.table = table;
        this.roster = roster;
        this.projects = projects;
    }

    @Scheduled(fixedDelay = 2000)
    void openRequested() {
        int opened;
        while ((opened = opening.chunk()) > 0) {
            LOG.info("Opened {} cases", opened);
        }
        table.asked().forEach(gates::look);
    }

    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        table.waiting().forEach(gates::look);
        projects.all().stream()
                .filter(project -> project.state() == Project.State.CANCELLED)
                .forEach(project -> cancelCases(project.code()));
    }

    private void cancelCases(String project) {
        while (roster.cancelSome(project, CaseOpening.CHUNK)) {
            LOG.info("Cancelled {} cases of {}", CaseOpening.CHUNK, project);
        }
    }
}
