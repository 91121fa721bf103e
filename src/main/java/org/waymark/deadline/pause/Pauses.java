package org.waymark.deadline.pause;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The stretches during which a period stood still (中止计时). Not counted are the days strictly between the day it was
 * paused and the day it goes on: both of those count. The law leaves open whether they do; the shorter period is the
 * prudent one for whoever has to keep it.
 */
public record Pauses(List<Stretch> all) {

    public static final Pauses NONE = new Pauses(List.of());

    /** From the day it was paused to the day it goes on. */
    public record Stretch(LocalDate pausedOn, LocalDate resumedOn) {

        /** @throws IllegalArgumentException if it goes on before it was paused */
        public Stretch {
            if (resumedOn.isBefore(pausedOn)) {
                throw new IllegalArgumentException("Paused on %s and resumed on %s".formatted(pausedOn, resumedOn));
            }
        }
    }

    /** @throws IllegalArgumentException if two of them overlap; one may begin on the day another ends */
    public Pauses {
        all = all.stream()
                .sorted(Comparator.comparing(Stretch::pausedOn).thenComparing(Stretch::resumedOn))
                .toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).pausedOn().isBefore(all.get(i - 1).resumedOn())) {
                throw new IllegalArgumentException("%s and %s overlap".formatted(all.get(i - 1), all.get(i)));
            }
        }
    }

    /** How many days after {@code from}, up to and with {@code to}, were stood still on, of those that would count. */
    public int days(LocalDate from, LocalDate to, Predicate<LocalDate> counts) {
        int days = 0;
        for (Stretch one : all) {
            LocalDate first = later(one.pausedOn(), from).plusDays(1);
            LocalDate end = one.resumedOn().isAfter(to) ? to.plusDays(1) : one.resumedOn();
            for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
                days += counts.test(day) ? 1 : 0;
            }
        }
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
