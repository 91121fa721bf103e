package org.waymark;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Deadlines;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;

/**
 * The railway of the town's 2021 plan with its 332 households, 3,040 grave places and 1,046.6 mu, at the stages an office
 * would have reached by mid-June. The project and the numbers are the town's; villages, objects and days inside 2021 are
 * made up, and say so.
 */
@Component
@Profile("demo")
class DemoProject implements ApplicationRunner {

    private static final String CODE = "LP-HSR";

    private final Projects projects;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;

    DemoProject(Projects projects, Roster roster, WorkCalendar calendar, Deadlines deadlines, Clock clock) {
        this.projects = projects;
        this.roster = roster;
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (projects.find(CODE).isPresent()) {
            return;
        }
        var days = new DemoDays(LocalDate.now(clock), calendar, deadlines);
        projects.open(opening(days));
        roster.add(CODE, "household", new DemoHouseholds(days).all());
        roster.add(CODE, "parcel", new DemoParcels(days).all());
        roster.add(CODE, "grave", new DemoGraves(days).all());
    }

    Opening opening(DemoDays days) {
        return new Opening(
                CODE,
                "resettlement-project",
                "杭绍台高铁（玉环段）土地移交",
                "Hangzhou–Shaoxing–Taizhou railway (Yuhuan section): land handover",
                "leader",
                "manager",
                "hsr",
                days.planned(2020, 9, 1),
                days.planned(2021, 12, 31),
                "underWay",
                Map.ofEntries(
                        Map.entry("milestone_scope", days.planned(2020, 9, 18)),
                        Map.entry("milestone_plan", days.planned(2020, 12, 25)),
                        Map.entry("milestone_agency", days.planned(2020, 10, 15)),
                        Map.entry("milestone_commission", days.planned(2020, 10, 30)),
                        Map.entry("milestone_approval", days.planned(2021, 3, 31)),
                        Map.entry("milestone_graveNotice", days.planned(2021, 3, 5))),
                Map.ofEntries(
                        Map.entry("milestone_scope", days.planned(2020, 9, 20)),
                        Map.entry("milestone_plan", days.planned(2020, 12, 31)),
                        Map.entry("milestone_agency", days.planned(2020, 10, 20)),
                        Map.entry("milestone_agencyVote", days.planned(2020, 10, 31)),
                        Map.entry("milestone_commission", days.planned(2020, 11, 6)),
                        Map.entry("milestone_appraisal", days.planned(2021, 7, 31)),
                        Map.entry("milestone_demolition", days.planned(2021, 10, 31)),
                        Map.entry("milestone_approval", days.planned(2021, 3, 31)),
                        Map.entry("milestone_parcels", days.planned(2021, 9, 30)),
                        Map.entry("milestone_graveNotice", days.planned(2021, 3, 10)),
                        Map.entry("milestone_graves", days.planned(2021, 10, 15)),
                        Map.entry("milestone_handover", days.planned(2021, 12, 10)),
                        Map.entry("milestone_archive", days.planned(2021, 12, 24))),
                Plan.of("resettlement"));
    }
}
