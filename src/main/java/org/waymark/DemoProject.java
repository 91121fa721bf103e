package org.waymark;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Deadlines;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;

/**
 * The projects of the town's 2021 plan, and the railway's 332 households, 3,040 grave places and 1,046.6 mu, at the stages
 * an office would have reached by mid-June. The projects and the numbers are the town's; villages, objects and days inside
 * 2021 are made up, and say so.
 */
@Component
@Profile("demo")
class DemoProject implements ApplicationRunner {

    private static final String CODE = "LP-HSR";

    private final Projects projects;
    private final DemoPortfolio portfolio;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;

    DemoProject(
            Projects projects,
            DemoPortfolio portfolio,
            Roster roster,
            WorkCalendar calendar,
            Deadlines deadlines,
            Clock clock) {
        this.projects = projects;
        this.portfolio = portfolio;
        this.roster = roster;
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (projects.find(CODE).isPresent()) {
            return;
        }
        var days = new DemoDays(LocalDate.now(clock), calendar, deadlines);
        // in one transaction: a gate that opened before there is a roster would find nothing to wait for
        if (portfolio.open(days).contains(CODE)) {
            roster.add(CODE, "household", new DemoHouseholds(days).all());
            roster.add(CODE, "parcel", new DemoParcels(days).all());
            roster.add(CODE, "grave", new DemoGraves(days).all());
        }
    }
}
