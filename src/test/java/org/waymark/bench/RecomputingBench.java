package org.waymark.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Walk;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.Notice;
import org.waymark.calendar.Notice.Days;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.ledger.DeadlineSteps;
import org.waymark.deadline.ledger.Impact;
import org.waymark.deadline.ledger.Publishing;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.period.PeriodMoves;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/**
 * How long it takes until every one of 100,000 running periods stands as a new notice has it, while people work; how long
 * they wait meanwhile; and what the same costs by the engine's own means, one after the other.
 */
@Bench
class RecomputingBench {

    private static final int COPIES = Integer.getInteger("waymark.bench.periods", 100_000);
    private static final int TIMERS = COPIES / 5;
    private static final int REAL = Integer.getInteger("waymark.bench.submitted", 700);
    private static final int ONE_BY_ONE = 1000;
    private static final int OPENED = Integer.getInteger("waymark.bench.opened", 1000);
    private static final LocalDate TODAY = LocalDate.of(2021, 6, 15);

    @Autowired
    Projects projects;

    @Autowired
    Roster objects;

    @Autowired
    TestRoster roster;

    @Autowired
    Walk walk;

    @Autowired
    PeriodMoves moves;

    @Autowired
    Impact impact;

    @Autowired
    Publishing publishing;

    @Autowired
    Anchors anchors;

    @Autowired
    Anchored anchored;

    @Autowired
    Deadlines deadlines;

    @Autowired
    DeadlineSteps steps;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    private final List<String> told = new ArrayList<>();
    private final Queue<String> work = new ConcurrentLinkedQueue<>();

    @Test
    void aHundredThousandPeriodsAfterANotice() throws Exception {
        ClockUtil.offset(clock.offset().toMillis());
        tell(
                "%d cores, %d MB for Java, %s",
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                db.sql("show server_version").query(String.class).single());
        town();
        openings();
        tell(
                "%d periods run, %d with a timer",
                count("select count(*) from legal_period where state = 'RUNNING'"),
                count("select count(*) from act_ru_job where type_ = 'timer' and handler_type_ like 'timer%'"));
        try (var people = new People(work, key -> walk.submit(key, "step_reviewRequest"))) {
            tell("every period computed for the first time, all moved, nobody at work: %.1f s", seconds(moves::all));
            people.begin();
            Thread.sleep(5_000);
            people.soFar(); // warm
            Thread.sleep(20_000);
            tell("nothing recomputed for 20 s: %s", people.soFar());
            notice(
                    people,
                    "three workdays off",
                    TODAY.minusDays(2),
                    new Days(TODAY.plusDays(1), TODAY.plusDays(3), false, "a"));
            notice(
                    people,
                    "every workday of three months off",
                    TODAY.minusDays(1),
                    new Days(TODAY.minusDays(60), TODAY.plusDays(40), false, "b"));
        }
        Plans.of(db).forEach(line -> tell("%s", line));
        int alone = EngineAlone.move(db, tasks, management, new Date(clock.millis()), ONE_BY_ONE);
        double taken = seconds(() -> EngineAlone.move(db, tasks, management, new Date(clock.millis()), ONE_BY_ONE));
        tell(
                "the engine's own means, one by one: %d in %.1f s, that is %.1f s for 100,000",
                alone, taken, taken * 100_000 / alone);
        Files.createDirectories(Path.of("target/bench"));
        Files.write(Path.of("target/bench/recomputing.txt"), told);
    }

    private void town() {
        projects.open(Walk.project("BENCH"));
        roster.open("BENCH", List.of(served(1), at(2, "review", "reviewRequested")));
        double copying = seconds(() -> {
            new Copies(db, "BENCH:H-0001:appraisal:1", "BENCH").make(1, TIMERS);
            new Copies(db, "BENCH:H-0002:appraisal:1", "BENCH").make(TIMERS + 1, COPIES);
        });
        db.sql("analyze").update();
        tell("%d cases copied in %.1f s", COPIES, copying);
    }

    /** Cases people work off, opened by the engine; and what a due date costs of that. */
    private void openings() {
        projects.open(Walk.project("OPENED"));
        roster.toAppraisal("OPENED");
        objects.add(
                "OPENED",
                "household",
                IntStream.rangeClosed(1, REAL + OPENED).mapToObj(this::served).toList());
        double opening = seconds(roster::openRequested);
        tell("%d cases opened by the engine: %.1f ms each", REAL + OPENED, 1000 * opening / (REAL + OPENED));
        IntStream.rangeClosed(1, REAL + OPENED).forEach(n -> work.add("OPENED:H-%04d:appraisal:1".formatted(n)));
        List<String> keys = IntStream.rangeClosed(1, OPENED)
                .mapToObj("DUE:H-%04d:appraisal:1"::formatted)
                .toList();
        keys.forEach(key -> anchors.record(key, "reviewRequested", TODAY, null, "cadre"));
        for (int round = 0; round < 2; round++) {
            double without = seconds(() -> transactions.executeWithoutResult(t -> keys.forEach(key -> {
                Anchored.Period found = anchored.inForce(key, "HA-REVIEW-DO").orElseThrow();
                deadlines.compute(found.rule(), found.anchor(), CalendarVersion.CURRENT);
            })));
            db.sql("delete from legal_period where project = 'DUE'").update();
            double with = seconds(
                    () -> transactions.executeWithoutResult(t -> keys.forEach(key -> steps.due(key, "HA-REVIEW-DO"))));
            tell(
                    "a due date %s: computed %.2f ms, with its row in the ledger %.2f ms",
                    round == 0 ? "(cold)" : "(warm)", 1000 * without / OPENED, 1000 * with / OPENED);
        }
        db.sql("delete from legal_period where project = 'DUE'").update();
    }

    private void notice(People people, String what, LocalDate published, Days... days) throws InterruptedException {
        var notice = new Notice(published, "bench", "office", List.of(days));
        long before = count("select coalesce(sum(moved), 0) from legal_period");
        var preview = new Object() {
            Impact.Preview shown;
        };
        double looking = seconds(() -> preview.shown = impact.of(notice, TODAY));
        double publication = seconds(() -> {
            while (publishing.publish(notice, preview.shown.basis()).isPresent()) {
                preview.shown = impact.of(notice, TODAY);
            }
        });
        people.soFar();
        double taken = seconds(moves::all);
        var meanwhile = people.soFar();
        tell(
                "notice, %s: %d of %d to move; preview %.1f s, publication %.1f s, recomputed %.1f s; moved %d; people meanwhile: %s",
                what,
                preview.shown.moved(),
                preview.shown.looked(),
                looking,
                publication,
                taken,
                count("select coalesce(sum(moved), 0) from legal_period") - before,
                meanwhile);
        tell(
                "  steps apart from their period: %d; timers apart: %d",
                count(Plans.STEPS_APART), count(Plans.TIMERS_APART));
        Thread.sleep(5_000);
    }

    private NewObject served(int n) {
        return at(n, "served", "reportServed");
    }

    private NewObject at(int n, String stage, String event) {
        return Walk.household(n, "luxi", stage, Map.of(event, TODAY));
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void tell(String text, Object... values) {
        String line = text.formatted(values);
        if (!text.equals("%s")) {
            line += " [load %.1f]"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        told.add(line);
        System.out.println(line);
    }
}
