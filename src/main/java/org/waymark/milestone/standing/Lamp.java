package org.waymark.milestone.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.waymark.milestone.Milestone;
import org.waymark.project.Project;

/**
 * A warning lamp (预警灯) and what lit it.
 *
 * @param reason key of the sentence that says which rule lit it
 * @param figures what goes into the sentence
 */
public record Lamp(Color color, String reason, List<Object> figures) {

    /** A step is due soon within so many days, a milestone within {@link #NEAR}. */
    static final int SOON = 3;

    static final int NEAR = 7;

    private static final String LATE_STEPS = "lamp.steps";

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
     * @param oldest the earliest day of these, null if there are none
     * @param waiting steps past their day that wait for an outsider
     * @param soon steps of ours due within three days, today included
     * @param share how far the milestone is, 0 to 1
     */
    public record Figures(long overdue, LocalDate oldest, long waiting, long soon, double share) {

        public static final Figures NONE = new Figures(0, null, 0, 0, 0);

        Figures withShare(double newShare) {
            return new Figures(overdue, oldest, waiting, soon, newShare);
        }

        /** Both together, of no share. */
        Figures and(Figures more) {
            LocalDate first =
                    oldest == null || more.oldest != null && more.oldest.isBefore(oldest) ? more.oldest : oldest;
            return new Figures(overdue + more.overdue, first, waiting + more.waiting, soon + more.soon, 0);
        }
    }

    /** Key of the lamp's word: its colour's, but late for what was reached late, and none for what will never be worked on. */
    public String word() {
        if (reason.equals("lamp.reachedLate")) {
            return "lamp.late";
        }
        return reason.equals("lamp.skipped") || reason.equals("lamp.cancelled") || reason.startsWith("lamp.project.")
                ? "lamp.off"
                : "lamp.color." + color.name();
    }

    /** The last day that is still "soon" on {@code today}. */
    public static LocalDate soonUntil(LocalDate today) {
        return today.plusDays(SOON);
    }

    /** The lamp of a milestone on a day. */
    public static Lamp of(Milestone milestone, Figures figures, LocalDate today) {
        return switch (milestone.state()) {
            case REACHED, IMPORTED -> reached(milestone);
            case SKIPPED -> lit(Color.GREY, "lamp.skipped");
            case CANCELLED -> lit(Color.GREY, "lamp.cancelled");
            case PLANNED, OPEN -> ahead(milestone, figures, today);
        };
    }

    /** The lamp of a project that is not running, and of what lies ahead of one that is suspended. */
    static Lamp off(Project project) {
        return lit(Color.GREY, "lamp.project." + project.state().name());
    }

    /** The lamp of a milestone that waits for another project: whatever its day, it is not late by its own doing. */
    static Lamp awaiting() {
        return lit(Color.WAITING, "lamp.awaiting");
    }

    /** The lamp of a running project that has nothing more before it. */
    static Lamp allDone() {
        return lit(Color.GREEN, "lamp.allDone");
    }

    /** The lamp of some open steps, whatever their milestone. */
    public static Lamp ofSteps(Figures figures, LocalDate today) {
        if (figures.overdue() > 0) {
            return lit(Color.RED, LATE_STEPS, figures.overdue(), figures.oldest(), days(figures.oldest(), today));
        }
        if (figures.waiting() > 0) {
            return lit(Color.WAITING, "lamp.waiting", figures.waiting());
        }
        return figures.soon() > 0
                ? lit(Color.YELLOW, "lamp.due", figures.soon(), SOON)
                : lit(Color.GREEN, "lamp.notDue", SOON);
    }

    private static Lamp reached(Milestone milestone) {
        LocalDate planned = milestone.plannedOn();
        LocalDate actual = milestone.actualOn() == null ? planned : milestone.actualOn();
        long early = days(actual, planned);
        if (early > 0) {
            return lit(Color.BLUE, "lamp.ahead", actual, early);
        }
        return early < 0
                ? lit(Color.GREEN, "lamp.reachedLate", actual, -early)
                : lit(Color.GREEN, "lamp.reached", actual);
    }

    private static Lamp ahead(Milestone milestone, Figures figures, LocalDate today) {
        LocalDate planned = milestone.plannedOn();
        long left = days(today, planned);
        if (left < 0) {
            return lit(Color.RED, "lamp.past", planned, -left);
        }
        if (figures.overdue() > 0 || figures.waiting() > 0 || figures.soon() > 0) {
            return ofSteps(figures, today);
        }
        boolean planOnly = milestone.state() == Milestone.State.PLANNED;
        double elapsed = elapsed(milestone, today);
        if (left <= NEAR && figures.share() < elapsed) {
            return planOnly
                    ? lit(Color.YELLOW, "lamp.lateStart", planned, left)
                    : lit(Color.YELLOW, "lamp.soon", planned, left, percent(figures.share()), percent(elapsed));
        }
        return planOnly ? lit(Color.GREY, "lamp.planned", planned) : lit(Color.GREEN, "lamp.intime", planned, left);
    }

    /** Time progress (序时进度): the share of the time from opening to the planned day that is over. */
    private static double elapsed(Milestone milestone, LocalDate today) {
        if (milestone.openedOn() == null || !milestone.openedOn().isBefore(milestone.plannedOn())) {
            return 1;
        }
        return (double) days(milestone.openedOn(), today) / days(milestone.openedOn(), milestone.plannedOn());
    }

    /** Whether it is lit for steps past their day. */
    boolean ofLateSteps() {
        return reason.equals(LATE_STEPS);
    }

    /** 0 for the lamp to look at first. */
    public int rank() {
        return List.of(Color.RED, Color.WAITING, Color.YELLOW, Color.GREEN, Color.BLUE, Color.GREY)
                .indexOf(color);
    }

    /** Of several lamps the one to look at first. */
    public static Lamp worst(List<Lamp> lamps) {
        return lamps.stream().min(Comparator.comparingInt(Lamp::rank)).orElse(lit(Color.GREY, "lamp.none"));
    }

    static Lamp lit(Color color, String reason, Object... figures) {
        return new Lamp(color, reason, List.of(figures));
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }
}
