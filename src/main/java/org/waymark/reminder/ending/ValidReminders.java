package org.waymark.reminder.ending;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodList;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.reminder.digest.ValidMails;
import org.waymark.reminder.digest.ValidMails.Ending;

/**
 * Reminds of permits and other validities before they lapse: the project's manager a month, a week and a day before and on
 * the last day; its leader too from the week before on.
 */
@Service
public class ValidReminders {

    private static final Set<Long> DAYS_LEFT = Set.of(30L, 7L, 1L, 0L);
    private static final long LEADER = 7;

    private final PeriodList periods;
    private final Projects projects;
    private final ValidMails mails;
    private final MorningPost post;
    private final Clock clock;

    ValidReminders(PeriodList periods, Projects projects, ValidMails mails, MorningPost post, Clock clock) {
        this.periods = periods;
        this.projects = projects;
        this.mails = mails;
        this.post = post;
        this.clock = clock;
    }

    /** Puts this morning's mails into the post if it is late enough and nobody has; says how many. */
    @Transactional
    public int morning() {
        return post.due() ? post.post(sheets(), mails::mail) : 0;
    }

    private Map<String, List<Ending>> sheets() {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Ending>> sheets = new TreeMap<>();
        List<LocalDate> days = DAYS_LEFT.stream().map(today::plusDays).toList();
        for (LegalPeriod period : periods.validUntil(days)) {
            Project project = projects.find(period.project()).orElseThrow();
            if (project.state() == Project.State.RUNNING) {
                long left = ChronoUnit.DAYS.between(today, period.dueOn());
                Stream.of(project.manager(), left <= LEADER ? project.leader() : null)
                        .filter(person -> person != null)
                        .distinct()
                        .forEach(person -> sheets.computeIfAbsent(person, id -> new ArrayList<>())
                                .add(new Ending(project, period, left)));
            }
        }
        return sheets;
    }
}
