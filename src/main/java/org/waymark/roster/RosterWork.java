package org.waymark.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.roster.gate.GateTable;
import org.waymark.roster.gate.GateTable.Place;
import org.waymark.roster.gate.Gates;

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
        // checks that are made while cases open are not answered by what was looked at before
        Map<Place, Long> asked = new LinkedHashMap<>();
        table.asked().forEach(place -> asked.put(place, table.newestCheck(place)));
        asked.keySet().forEach(this::openNext);
        int dealtWith;
        while ((dealtWith = opening.chunk()) > 0) {
            LOG.info("Dealt with {} requested cases", dealtWith);
        }
        asked.forEach(this::look);
    }

    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        for (Place place : table.waiting()) {
            openNext(place);
            look(place, 0);
        }
        projects.all().stream()
                .filter(project -> project.state() == Project.State.CANCELLED)
                .forEach(project -> alone("cancelling " + project.code(), () -> cancelCases(project.code())));
    }

    private void openNext(Place place) {
        alone("asking for cases of " + place, () -> roster.openAll(place.project(), place.milestone()));
    }

    private void look(Place place, long upTo) {
        alone("looking at the gate of " + place, () -> gates.look(place, upTo));
    }

    /** One that fails holds up no other; it is tried again in the next run. */
    private static void alone(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed, next try in the next run", what, e);
        }
    }

    private void cancelCases(String project) {
        while (roster.cancelSome(project, CaseOpening.CHUNK)) {
            LOG.info("Cancelled {} cases of {}", CaseOpening.CHUNK, project);
        }
    }
}
