package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.Notice;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Holder;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.pause.Pauses;

/** Says what a notice would move before it counts. */
@Service
public class Impact {

    /** Moves shown one by one; all are counted. */
    public static final int SHOWN = 200;

    private final PeriodTable table;
    private final ReliefTable relief;
    private final WorkCalendar calendar;
    private final RuleCatalogue rules;
    private final Anchored.Own own;

    Impact(PeriodTable table, ReliefTable relief, WorkCalendar calendar, RuleCatalogue rules, Anchored.Own own) {
        this.table = table;
        this.relief = relief;
        this.calendar = calendar;
        this.rules = rules;
        this.own = own;
    }

    /** One period and the day it would end on. */
    public record Move(LegalPeriod period, LocalDate dueOn) {}

    /**
     * What a notice would do.
     *
     * @param looked periods that run
     * @param moved how many would end on another day
     * @param byRule the same by rule
     * @param moves the first {@value #SHOWN} of them
     * @param outgrown what was taken as elapsed and would have to last longer: to be decided by somebody
     * @param basis stands for the notice's days, the notices before it and what is to be decided
     * @param mark stands for that and all these moves: another one if any of them is another
     */
    public record Preview(
            int looked,
            int moved,
            Map<String, Integer> byRule,
            List<Move> moves,
            List<Move> outgrown,
            String basis,
            String mark) {}

    /** Looks through every period that runs; writes nothing. */
    @Transactional(readOnly = true)
    public Preview of(Notice notice, LocalDate today) {
        var then = new Deadlines(calendar.with(notice), rules);
        var seen = new Object() {
            int looked;
            int moved;
            long mark = 0;
        };
        Map<String, Pauses> stood = relief.stoodStill();
        Anchored.Own settled = own.once();
        Map<String, Integer> byRule = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        table.each(State.RUNNING, period -> {
            seen.looked++;
            LocalDate due = due(then, period, stood, settled);
            boolean kept = period.holder() == Holder.THEIRS && due.isBefore(period.dueOn());
            if (!kept && !due.equals(period.dueOn())) {
                seen.moved++;
                seen.mark = mark(seen.mark, period, due);
                byRule.merge(period.rule(), 1, Integer::sum);
                if (moves.size() < SHOWN) {
                    moves.add(new Move(period, due));
                }
            }
        });
        List<Move> outgrown = new ArrayList<>();
        long[] basis = {31L * notice.days().toString().hashCode() + calendar.revision()};
        table.eachElapsed(today.minusDays(Recomputing.LOOK_BACK), period -> {
            LocalDate due = due(then, period, stood, settled);
            if (due.isAfter(period.dueOn()) && !due.isBefore(period.endedOn())) {
                outgrown.add(new Move(period, due));
                basis[0] = mark(basis[0], period, due);
            }
        });
        return new Preview(
                seen.looked,
                seen.moved,
                byRule,
                moves,
                outgrown,
                Long.toHexString(basis[0]),
                Long.toHexString(31 * basis[0] + seen.mark));
    }

    private static long mark(long before, LegalPeriod period, LocalDate due) {
        return 31 * (31 * before + period.id()) + due.toEpochDay();
    }

    private LocalDate due(Deadlines then, LegalPeriod period, Map<String, Pauses> stood, Anchored.Own settled) {
        return rules.versions(period.rule()).stream()
                .filter(rule -> rule.effectiveFrom().equals(period.ruleFrom()))
                .findFirst()
                .flatMap(rule -> settled.of(period.instanceKey(), rule))
                .map(rule -> then.compute(
                                rule,
                                period.anchorOn(),
                                CalendarVersion.CURRENT,
                                stood.getOrDefault(
                                        PeriodTable.runningFor(period.instanceKey(), period.rule()), Pauses.NONE),
                                period.extendedBy())
                        .due())
                .orElse(period.dueOn());
    }
}
