package org.waymark.progress;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.Person;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** What the diagram of a monthly report asks, by the name {@code progress}. */
@Component("progress")
public class ProgressSteps {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final ReportTable table;
    private final Projects projects;
    private final People people;
    private final Clock clock;

    ProgressSteps(ReportTable table, Projects projects, People people, Clock clock) {
        this.table = table;
        this.projects = projects;
        this.people = people;
        this.clock = clock;
    }

    /** The last second of the day the report is due. */
    public Date due(String reportKey) {
        return Date.from(table.taskDue(reportKey)
                .atTime(LAST_SECOND)
                .atZone(clock.getZone())
                .toInstant());
    }

    /** The project's manager while active; null leaves the report to the managers' group. */
    public String manager(String reportKey) {
        return table.ofKey(reportKey)
                .flatMap(report -> projects.find(report.project()))
                .map(Project::manager)
                .flatMap(people::find)
                .filter(Person::active)
                .map(Person::id)
                .orElse(null);
    }
}
