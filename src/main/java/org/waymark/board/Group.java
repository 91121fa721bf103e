package org.waymark.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.OpenStep;

/** Steps of one milestone in one village's team, the longest overdue first. */
record Group(Section section, List<OpenStep> steps, LocalDate today) {

    /** Rows behind a group on the board; all of them are on its own page. */
    static final int ROWS = 50;

    public OpenStep first() {
        return steps.get(0);
    }

    public long oldest() {
        return steps.stream().mapToLong(step -> step.daysLate(today)).max().orElse(0);
    }

    /** Of the days its steps have waited for an outsider, the most. */
    public long longest() {
        return steps.stream().mapToLong(step -> step.daysWaited(today)).max().orElse(0);
    }

    public Lamp lamp() {
        LocalDate soon = Lamp.soonUntil(today);
        long waiting = count(OpenStep::waits);
        return Lamp.ofSteps(
                new Lamp.Figures(
                        count(step -> step.overdueOn(today)),
                        steps.stream()
                                .filter(step -> step.overdueOn(today))
                                .map(OpenStep::dueOn)
                                .min(LocalDate::compareTo)
                                .orElse(null),
                        waiting,
                        count(step -> !step.waits()
                                && step.daysLate(today) == 0
                                && !step.dueOn().isAfter(soon)),
                        0),
                today);
    }

    public List<String> parties() {
        return distinct(OpenStep::waitingParty);
    }

    public List<OpenStep> shown() {
        return steps.subList(0, Math.min(ROWS, steps.size()));
    }

    public boolean more() {
        return steps.size() > ROWS;
    }

    private long count(java.util.function.Predicate<OpenStep> which) {
        return steps.stream().filter(which).count();
    }

    private List<String> distinct(Function<OpenStep, String> what) {
        return List.copyOf(
                new TreeSet<>(steps.stream().map(what).filter(Objects::nonNull).toList()));
    }
}
