package org.waymark.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Chunks;
import org.waymark.engine.Engine;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.progress.Report.State;

/**
 * Asks for the month's reports on the 20th, or as soon as somebody is there after it, and opens their tasks, a chunk a
 * transaction. Whatever stops it, the next run goes on from there and asks for nothing twice.
 */
@Component
class ReportOpening implements Chunks.Requests<Report> {

    static final int ASKED_ON = 20;
    static final int DUE_ON = 25;
    static final int CHUNK = 100;
    static final String PROCESS = "monthly-progress";

    private final ReportTable table;
    private final Engine engine;
    private final ChangeLog log;
    private final Chunks chunks;
    private final Clock clock;

    ReportOpening(ReportTable table, Engine engine, ChangeLog log, Chunks chunks, Clock clock) {
        this.table = table;
        this.engine = engine;
        this.log = log;
        this.chunks = chunks;
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
        if (table.hasMonth(newest)) { // not the question from before: H2 may answer that from its cache
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

    /** @return how many reports were dealt with, 0 when nothing is asked for or nothing can be done now */
    int chunk() {
        return chunks.open(this, CHUNK);
    }

    @Override
    public List<Report> take(int limit) {
        return table.takeRequested(limit);
    }

    @Override
    public List<Long> waiting(int limit) {
        return table.requested(limit);
    }

    @Override
    public Optional<Report> take(long id) {
        return table.lock(id).filter(one -> one.state() == State.REQUESTED);
    }

    @Override
    public void open(Report one) {
        String instance = engine.start(PROCESS, one.reportKey(), Map.of("project", one.project()));
        table.opened(one.id(), instance);
        log(one, "progress.opened", null);
    }

    @Override
    public void fail(Report one, String reason) {
        table.becomes(one.id(), State.FAILED, reason);
        log(one, "progress.failed", reason);
    }

    private void log(Report one, String what, String reason) {
        log.add(new Change(
                one.reportKey(), what, one.month().toString(), one.state().name(), null, reason, LocalDate.now(clock)));
    }
}
