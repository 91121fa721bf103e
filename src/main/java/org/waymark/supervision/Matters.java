package org.waymark.supervision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.Notice;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodNews;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Returns;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.supervision.Matter.Decision;

/**
 * What a later notice leaves to be decided (待决事项): nothing is changed by itself. A leader decides, once and with a
 * reason; who has to send the case back does so by hand.
 */
@Service
public class Matters {

    private final MatterTable table;
    private final Steps steps;
    private final Returns returns;
    private final ChangeLog log;
    private final WorkCalendar calendar;
    private final Watched watched;

    Matters(MatterTable table, Steps steps, Returns returns, ChangeLog log, WorkCalendar calendar, Watched watched) {
        this.table = table;
        this.steps = steps;
        this.returns = returns;
        this.log = log;
        this.calendar = calendar;
        this.watched = watched;
    }

    /** All that wait for a decision, the oldest first. */
    public List<Matter> open() {
        return table.open();
    }

    /** All of a project, the newest first. */
    public List<Matter> of(String project) {
        return table.of(project);
    }

    public Optional<Matter> find(long id) {
        return table.find(id);
    }

    /** The steps its case can be sent back to, by element. */
    public Map<String, Step> targets(Matter matter) {
        Map<String, Step> found = new TreeMap<>();
        steps.ofInstance(matter.instanceKey()).stream()
                .filter(step -> step.state() == Step.State.OPEN)
                .flatMap(step -> returns.targets(step).stream())
                .forEach(target -> found.putIfAbsent(target.step().element(), target.step()));
        return found;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PeriodNews.Outgrown found) {
        LegalPeriod period = found.period();
        LocalDate notice = notice(found);
        if (table.insert(period.id(), found.dueOn(), notice)) {
            log.add(new Change(
                    period.instanceKey(),
                    "matter.found",
                    period.rule(),
                    period.dueOn().toString(),
                    found.dueOn().toString(),
                    notice.toString(),
                    watched.today()));
        }
    }

    /** The newest notice published by now that names a day the period would last over. */
    private LocalDate notice(PeriodNews.Outgrown found) {
        return calendar.notices().stream()
                .filter(notice -> !notice.published().isAfter(watched.today()))
                .filter(notice -> notice.days().stream()
                        .anyMatch(days -> !days.from().isAfter(found.dueOn())
                                && days.to().isAfter(found.period().anchorOn())))
                .map(Notice::published)
                .max(Comparator.naturalOrder())
                .orElse(found.notice());
    }

    /**
     * Decides it; neither the period nor the case is touched.
     *
     * @param target the step to send the case back to, for {@link Decision#RETURN}
     * @throws Refused without a reason, if it is decided already, or if the case cannot be sent back to that step
     */
    @Transactional
    public void decide(long id, Decision decision, String target, String reason) {
        Matter matter = table.lock(id).orElseThrow(() -> watched.refused("supervision.unknown"));
        if (matter.decision() != null) {
            throw watched.refused("supervision.matter.decided");
        }
        if (reason == null || reason.isBlank()) {
            throw watched.refused("supervision.reason");
        }
        String to = decision == Decision.RETURN ? target : null;
        if (decision == Decision.RETURN && (to == null || !targets(matter).containsKey(to))) {
            throw watched.refused("supervision.matter.target");
        }
        log.add(new Change(
                matter.instanceKey(),
                "matter." + decision.name().toLowerCase(),
                matter.rule(),
                matter.dueOn().toString(),
                to,
                reason,
                watched.today()));
        table.decide(id, decision, to, reason, Watched.who());
    }
}
