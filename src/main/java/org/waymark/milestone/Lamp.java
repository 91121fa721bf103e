package org.waymark.milestone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A warning lamp (预警灯) and what lit it.
 *
 * @param reason key of the sentence that says which rule lit it
 * @param figures what goes into the sentence
 */
public record Lamp(Color color, String reason, List<Object> figures) {

    private static final int SOON = 7;

    public enum Color {
        GREEN,
        YELLOW,
        RED,
        BLUE,
        GREY,
        WAITING
    }

    /**
     * The figures a lamp is computed from.
     *
     * @param overdue open steps of ours past their day, those that wait for an outsider left out
     * @param waiting steps past their day that wait for an outsider
     * @param share how far the milestone is, 0 to 1
     */
    public record Figures(long overdue, long waiting, double share) {}

    /** The lamp of a milestone on a day. */
    public static Lamp of(Milestone milestone, Figures figures, LocalDate today) {
        LocalDate planned = milestone.plannedOn();
        if (milestone.state().done()) {
            LocalDate actual = milestone.actualOn() == null ? planned : milestone.actualOn();
            long ahead = ChronoUnit.DAYS.between(actual, planned);
            return ahead > 0
                    ? lit(Color.BLUE, "lamp.ahead", actual, ahead)
                    : ahead < 0
                            ? lit(Color.GREEN, "lamp.reachedLate", actual, -ahead)
                            : lit(Color.GREEN, "lamp.reached", actual);
        }
        if (milestone.state() == Milestone.State.SKIPPED || milestone.state() == Milestone.State.CANCELLED) {
            return lit(Color.GREY, "lamp." + milestone.state().name().toLowerCase());
        }
        long left = ChronoUnit.DAYS.between(today, planned);
        if (left < 0) {
            return lit(Color.RED, "lamp.past", planned, -left);
        }
        if (figures.overdue() > 0) {
            return lit(Color.RED, "lamp.steps", figures.overdue());
        }
        if (figures.waiting() > 0) {
            return lit(Color.WAITING, "lamp.waiting", figures.waiting());
        }
        if (milestone.state() == Milestone.State.PLANNED) {
            return lit(Color.GREY, "lamp.planned", planned);
        }
        return left <= SOON
                ? lit(Color.YELLOW, "lamp.soon", planned, left, Math.round(figures.share() * 100))
                : lit(Color.GREEN, "lamp.intime", planned, left);
    }

    /** Of several lamps the one to look at first. */
    public static Lamp worst(List<Lamp> lamps) {
        List<Color> order = List.of(Color.RED, Color.WAITING, Color.YELLOW, Color.GREEN, Color.BLUE, Color.GREY);
        return order.stream()
                .flatMap(color -> lamps.stream().filter(lamp -> lamp.color() == color))
                .findFirst()
                .orElse(lit(Color.GREY, "lamp.none"));
    }

    private static Lamp lit(Color color, String reason, Object... figures) {
        return new Lamp(color, reason, List.of(figures));
    }
}
