package org.waymark.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.waymark.Walk;
import org.waymark.calendar.Notice;
import org.waymark.calendar.Notice.Days;
import org.waymark.calendar.Notices;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.engine.clock.ClockConfiguration;
import org.waymark.milestone.period.PeriodMoves;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;

/** A park whose site permit was asked for on 2021-06-01: twenty working days (PM-GENERAL), to 2021-06-30. */
@TestComponent
public class SitePermit {

    public static final String RULE = "PM-GENERAL";

    private final Projects projects;
    private final Walk walk;
    private final Steps steps;
    private final PeriodLedger ledger;
    private final PeriodMoves moves;
    private final Notices notices;
    private final WorkCalendar calendar;
    private final TaskService tasks;
    private final JdbcClient db;

    SitePermit(
            Projects projects,
            Walk walk,
            Steps steps,
            PeriodLedger ledger,
            PeriodMoves moves,
            Notices notices,
            WorkCalendar calendar,
            TaskService tasks,
            JdbcClient db) {
        this.projects = projects;
        this.walk = walk;
        this.steps = steps;
        this.ledger = ledger;
        this.moves = moves;
        this.notices = notices;
        this.calendar = calendar;
        this.tasks = tasks;
        this.db = db;
    }

    /** Code of a new project that waits for its permit. */
    public String open() {
        moves.all();
        String project = "SITE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        projects.open(Walk.project(project, "industrial-park", "filed"));
        walk.jobs(project);
        request(project);
        return project;
    }

    public void request(String project) {
        walk.submit(project, "step_requestSite", Map.of("acceptedOn", "2021-06-01"));
    }

    public Step step(String project) {
        return walk.step(project, "approval_site");
    }

    public Step any(String project) {
        return steps.ofInstance(project).stream()
                .filter(step -> step.element().equals("approval_site"))
                .findFirst()
                .orElseThrow();
    }

    public void submit(String project) {
        walk.submit(project, "approval_site");
    }

    public LegalPeriod period(String project) {
        List<LegalPeriod> all = ledger.of(project);
        return all.stream()
                .filter(one -> one.rule().equals(RULE))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    /** The moment the engine's task is due, null if it is not. */
    public OffsetDateTime task(String project) {
        var due = tasks.createTaskQuery()
                .taskId(step(project).taskId())
                .singleResult()
                .getDueDate();
        return due == null
                ? null
                : due.toInstant().atZone(ClockConfiguration.ZONE).toOffsetDateTime();
    }

    /** A notice of 2021-06-10 gives that day off, and what it moves is moved. */
    public void off(String day) {
        var days = new Days(LocalDate.parse(day), LocalDate.parse(day), false, "test");
        notices.publish(new Notice(LocalDate.parse("2021-06-10"), "test", "office", List.of(days)));
        moves.all();
    }

    public void withoutTheNotice() {
        db.sql("delete from calendar_notice_day").update();
        db.sql("delete from calendar_notice").update();
        calendar.refresh();
        SecurityContextHolder.clearContext();
        LocaleContextHolder.resetLocaleContext();
    }

    public static <T> T as(String person, Supplier<T> work) {
        try {
            SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "", List.of()));
            LocaleContextHolder.setLocale(Locale.CHINA);
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    public static void as(String person, Runnable work) {
        as(person, () -> {
            work.run();
            return null;
        });
    }
}
