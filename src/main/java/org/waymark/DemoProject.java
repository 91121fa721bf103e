package org.waymark;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;

/**
 * The town's 2021 plan, and the 332 households of its railway at the stages an office would have reached by mid-June.
 * The projects and the numbers are the town's; villages, households and days inside 2021 are made up, and say so. A demo
 * that starts on another day has the plan of 15 June moved there by whole weeks.
 */
@Component
@Profile("demo")
class DemoProject implements ApplicationRunner {

    private static final String CODE = "LP-HSR";
    private static final LocalDate PLANNED_FOR = LocalDate.of(2021, 6, 15);
    private static final List<Village> VILLAGES = List.of(
            new Village("luxi", "cadre", 96),
            new Village("xuanao", "cadre2", 78),
            new Village("tangli", "cadre", 66),
            new Village("shatou", "cadre2", 52),
            new Village("lingjiao", "cadre", 40));

    private final Projects projects;
    private final DemoPortfolio portfolio;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;

    DemoProject(
            Projects projects,
            DemoPortfolio portfolio,
            Roster roster,
            WorkCalendar calendar,
            Deadlines deadlines,
            Clock clock) {
        this.projects = projects;
        this.portfolio = portfolio;
        this.roster = roster;
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    private record Village(String code, String cadre, int households) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (projects.find(CODE).isPresent()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        // in one transaction: a gate that opened before there is a roster would find nothing to wait for
        if (portfolio.open(today).contains(CODE)) {
            roster.add(CODE, "household", households(today));
        }
    }

    /** A day of the plan for 15 June 2021, as it falls when the demo starts on {@code today}; never later than it may be. */
    private static LocalDate planned(LocalDate today, int year, int month, int day) {
        return LocalDate.of(year, month, day).plusWeeks(weeksTo(today));
    }

    /** How many whole weeks the plan for 15 June 2021 lies off when the demo starts on {@code today}. */
    static long weeksTo(LocalDate today) {
        return Math.floorDiv(ChronoUnit.DAYS.between(PLANNED_FOR, today), 7);
    }

    List<NewObject> households(LocalDate today) {
        // the same seed, the same households: a demo that differs from its description would be no use
        Random random = new Random(2021);
        List<NewObject> made = new ArrayList<>();
        for (Village village : VILLAGES) {
            for (int i = 0; i < village.households(); i++) {
                made.add(household(made.size() + 1, village, i, random, today));
            }
        }
        return made;
    }

    private NewObject household(int number, Village village, int place, Random random, LocalDate today) {
        String stage = stage(number);
        LocalDate before = calendar.minusWorkdays(today, 1 + random.nextInt(6));
        // most are within their time; some have fallen behind
        LocalDate since = calendar.minusWorkdays(today, random.nextInt(place % 9 == 0 ? 16 : 5));
        return new NewObject(
                "H-%04d".formatted(number),
                "户主 %03d".formatted(number),
                village.code(),
                (1 + place * 4 / village.households()) + "组",
                number % 2 == 0 ? "1标 DK12+300-DK14+100" : "2标 DK14+100-DK15+650",
                BigDecimal.valueOf(6000 + random.nextInt(22_000), 2),
                1 + random.nextInt(6),
                village.cadre(),
                null,
                stage,
                anchors(stage, before, since, today),
                NewObject.DONE.equals(stage) ? planned(today, 2021, 3, 1).plusDays(random.nextInt(80)) : null);
    }

    /** Most are done, as the town's report says of 2020; the rest is spread over what is left to do. */
    private static String stage(int number) {
        return switch (number % 20) {
            case 0, 1 -> "entry";
            case 2 -> "surveyed";
            case 3, 4 -> "inspect";
            case 5 -> "preliminary";
            case 6 -> "posting";
            case 7 -> "report";
            case 8 -> "service";
            case 9, 10 -> "served";
            case 11 -> number % 40 == 11 ? "review" : "value";
            case 12 -> number % 60 == 12 ? "expert" : "value";
            default -> NewObject.DONE;
        };
    }

    private Map<String, LocalDate> anchors(String stage, LocalDate before, LocalDate since, LocalDate today) {
        return switch (stage) {
            case "posting" -> Map.of("postingStarted", before);
            case "served" -> Map.of("reportServed", notLapsed(before, today));
            case "review" -> Map.of("reviewRequested", before.minusDays(6));
            case "expert" -> Map.of("expertRequested", before.minusDays(4));
            default -> Map.of(NewObject.SINCE, since);
        };
    }

    /** Served on that day, or later if the household's time to ask for a review would be over by now. */
    private LocalDate notLapsed(LocalDate served, LocalDate today) {
        LocalDate day = served;
        while (deadlines.compute("HA-REVIEW-REQ", day, CalendarVersion.CURRENT) instanceof Computed period
                && period.lastDay().isBefore(today)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
