package org.waymark.deadline.kind;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;

/** Holds a day against what the kind of a rule allows. */
@Service
public class Allowed {

    /** Days looked through for the first one that would do. */
    private static final int AHEAD = 400;

    /** 噪声污染防治法第八十八条: night is from ten in the evening to six in the morning. */
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Anchored anchored;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;

    Allowed(Anchored anchored, Deadlines deadlines, WorkCalendar calendar) {
        this.anchored = anchored;
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    /**
     * What stands against doing it on that day. WINDOW: before it opens, or after it closed, which a reason excuses. BACK:
     * the event {@code after} came too late for that day. CONSTRAINT: the day is before the event {@code after}; without
     * one, it is a rest day.
     *
     * @param after event that must have come before; what was never recorded, as in an imported case, is not asked for
     * @return empty if nothing does, as under a rule that is not in force or does not apply in the project
     * @throws IllegalArgumentException for a rule of another kind
     */
    public Optional<Objection> against(String instanceKey, String code, LocalDate day, String after) {
        Optional<Anchored.Period> window = anchored.hasBegun(instanceKey, code)
                ? anchored.inForce(instanceKey, code)
                        .filter(period -> period.rule().kind() == Kind.WINDOW)
                : Optional.empty();
        if (window.isPresent()) {
            return window(window.get().rule(), window.get().anchor(), day);
        }
        return anchored.on(day, instanceKey, code).flatMap(rule -> switch (rule.kind()) {
            case WINDOW -> objection("kind.window.early.event", rule, event(rule.anchor()));
            case BACK -> happened(instanceKey, after).flatMap(done -> back(rule, done, day, after));
            case CONSTRAINT ->
                after == null
                        ? rest(rule, day)
                        : happened(instanceKey, after)
                                .filter(day::isBefore)
                                .flatMap(done -> objection("kind.order", rule, day, event(after), done));
            default ->
                throw new IllegalArgumentException(
                        "Rule %s is of kind %s: no day is refused by it".formatted(code, rule.kind()));
        });
    }

    /** What a CONSTRAINT says to the hour at which something began or ended on that day: nothing at night. */
    public Optional<Objection> atNight(String instanceKey, String code, LocalDate day, LocalTime hour) {
        return anchored.on(day, instanceKey, code)
                .filter(rule -> rule.kind() == Kind.CONSTRAINT)
                .filter(rule -> hour.isBefore(MORNING) || hour.isAfter(NIGHT))
                .flatMap(rule ->
                        objection("kind.night", rule, day, hour.toString(), NIGHT.toString(), MORNING.toString()));
    }

    /**
     * What stands against prolonging a validity (VALID) once more.
     *
     * @param used how often it was prolonged
     * @param lastDay its last day as it stands, null if it has none
     */
    public Optional<Objection> renewal(
            String instanceKey, String code, long used, LocalDate lastDay, LocalDate askedOn) {
        return anchored.on(askedOn, instanceKey, code).flatMap(rule -> {
            if (rule.extension() == null || used >= rule.extension().times()) {
                int most = rule.extension() == null ? 0 : rule.extension().times();
                return objection("kind.renewal.often", rule, most);
            }
            return lastDay != null && askedOn.isAfter(lastDay)
                    ? objection("kind.renewal.lapsed", rule, askedOn, lastDay)
                    : Optional.empty();
        });
    }

    /** The day the newest paper of a VALID rule runs from; empty if none was given yet. */
    public Optional<LocalDate> begun(String instanceKey, String code) {
        return anchored.hasBegun(instanceKey, code)
                ? anchored.inForce(instanceKey, code).map(Anchored.Period::anchor)
                : Optional.empty();
    }

    private Optional<Objection> window(Rule rule, LocalDate anchor, LocalDate day) {
        Computed window = deadlines.compute(rule, anchor, CalendarVersion.CURRENT);
        if (day.isBefore(window.opens())) {
            return objection("kind.window.early", rule, day, window.opens(), window.lastDay());
        }
        return day.isAfter(window.lastDay())
                ? objection("kind.window.late", rule, day, window.opens(), window.lastDay())
                        .map(late -> new Objection(late.key(), late.values(), true))
                : Optional.empty();
    }

    private Optional<Objection> back(Rule rule, LocalDate done, LocalDate day, String event) {
        LocalDate latest = latest(rule, day);
        if (!done.isAfter(latest)) {
            return Optional.empty();
        }
        LocalDate first = Stream.iterate(day.plusDays(1), one -> one.plusDays(1))
                .limit(AHEAD)
                .filter(one -> !done.isAfter(latest(rule, one)))
                .findFirst()
                .orElseThrow();
        return objection("kind.back", rule, day, event(event), latest, done, first);
    }

    private LocalDate latest(Rule rule, LocalDate day) {
        return deadlines.compute(rule, day, CalendarVersion.CURRENT).latest();
    }

    private Optional<Objection> rest(Rule rule, LocalDate day) {
        return calendar.isWorkday(day)
                ? Optional.empty()
                : objection("kind.rest", rule, day, calendar.onOrAfterWorkday(day, CalendarVersion.CURRENT));
    }

    private Optional<LocalDate> happened(String instanceKey, String event) {
        return event == null ? Optional.empty() : anchored.day(instanceKey, event);
    }

    private static DefaultMessageSourceResolvable event(String event) {
        return new DefaultMessageSourceResolvable("deadline.event." + event);
    }

    /** {0} is the rule's name, {1} its article; what follows is said of the day. */
    private static Optional<Objection> objection(String key, Rule rule, Object... values) {
        List<Object> all = Stream.concat(
                        Stream.of(new DefaultMessageSourceResolvable("deadline.rule." + rule.code()), rule.authority()),
                        Stream.of(values))
                .map(value -> value instanceof LocalDate ? value.toString() : value)
                .toList();
        return Optional.of(new Objection(key, all, false));
    }
}
