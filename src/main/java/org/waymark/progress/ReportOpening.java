package org.waymark.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.engine.Engine;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.progress.Report.State;

/**
 * Asks for the month's reports on the 20th, or as soon as somebody is there after it, and opens their tasks, a chunk a
 * transaction. Whatever stops it, the next run goes on from there and asks for nothing twice.
 */
@Component
class ReportOpening {

    static final int ASKED_ON = 20;
    static final int DUE_ON = 25;
    static final int CHUNK = 100;
    static final String PROCESS = "monthly-progress";

    private static final Logger LOG = LoggerFactory.getLogger(ReportOpening.class);
    private static final int LONGEST_FAILURE = 1000;

    private final ReportTable table;
    private final Engine engine;
    private final ChangeLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportOpening(ReportTable table, Engine engine, ChangeLog log, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.engine = engine;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for the newest month whose 20th has come; months between that and the last one asked for are recorded as
     * missed.
     *
     * @return how many reports were asked for
     */
    @Transactional
    public int ask() {
        YearMonth newest = newest(LocalDate.now(clock));
        if (done(newest)) {
            return 0;
        }
        table.takeTurn();
        if (done(newest)) {
            return 0;
        }
        YearMonth month = table.newestMonth().map(last -> last.plusMonths(1)).orElse(newest);
        while (month.isBefore(newest)) {
            add(month, false);
            month = month.plusMonths(1);
        }
        return add(newest, true);
    }

    private boolean done(YearMonth newest) {
        return table.newestMonth().filter(last -> !last.isBefore(newest)).isPresent();
    }

    private static YearMonth newest(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return today.getDayOfMonth() >= ASKED_ON ? month : month.minusMonths(1);
    }

    private int add(YearMonth month, boolean opened) {
        table.addMonth(month, opened);
        int asked = table.addReports(
                month, opened ? State.REQUESTED : State.MISSED, month.atDay(ASKED_ON), month.atDay(DUE_ON));
        String what = opened ? "progress.asked" : "progress.missed";
        log.add(new Change(
                chain(month), what, month.toString(), null, String.valueOf(asked), null, LocalDate.now(clock)));
        return asked;
    }

    /** Chain of the change log for what happens to a month as a whole. */
    static String chain(YearMonth month) {
        return "progress:" + month;
    }

    /**
     * Opens one chunk. If one of it cannot be opened, each is tried alone and that one is FAILED with the reason.
     *
     * @return how many were dealt with, 0 when nothing is asked for
     */
    int chunk() {
        try {
            return transaction.execute(status -> openTogether(table.takeRequested(CHUNK)));
        } catch (RuntimeException e) {
            LOG.warn("A chunk of monthly reports was undone, each is tried alone", e);
        }
        return (int) table.requested(CHUNK).stream().filter(this::alone).count();
    }

    private int openTogether(List<Report> requested) {
        if (!requested.isEmpty()) {
            engine.together(() -> {
                requested.forEach(this::open);
                return requested;
            });
        }
        return requested.size();
    }

    private boolean alone(long id) {
        try {
            return transaction.execute(status -> openTogether(stillRequested(id)) > 0);
        } catch (RuntimeException e) {
            LOG.error("Monthly report {} cannot be opened, somebody has to look at it", id, e);
            return transaction.execute(status -> !stillRequested(id).stream()
                    .peek(one -> fail(one, e))
                    .toList()
                    .isEmpty());
        }
    }

    private List<Report> stillRequested(long id) {
        return table.lock(id).filter(one -> one.state() == State.REQUESTED).stream()
                .toList();
    }

    private void open(Report one) {
        String instance = engine.start(PROCESS, one.reportKey(), Map.of("project", one.project()));
        table.opened(one.id(), instance);
        log(one, "progress.opened", null);
    }

    private void fail(Report one, RuntimeException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        String cut = reason.substring(0, Math.min(LONGEST_FAILURE, reason.length()));
        table.becomes(one.id(), State.FAILED, cut);
        log(one, "progress.failed", cut);
    }

    private void log(Report one, String what, String reason) {
        log.add(new Change(
                one.reportKey(), what, one.month().toString(), one.state().name(), null, reason, LocalDate.now(clock)));
    }
}
