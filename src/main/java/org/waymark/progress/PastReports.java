package org.waymark.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** Brings in what was reported for months before Waymark asked for it. */
@Service
public class PastReports {

    private final ReportTable table;
    private final FigureTable figures;
    private final ChangeLog log;
    private final Clock clock;

    PastReports(ReportTable table, FigureTable figures, ChangeLog log, Clock clock) {
        this.table = table;
        this.figures = figures;
        this.log = log;
        this.clock = clock;
    }

    /** Whether something was brought in before. */
    public boolean broughtIn() {
        return figures.anyMadeUp();
    }

    /** Records a month's report as reported on {@code day}; does nothing if the project has a report of that month. */
    @Transactional
    public void add(String project, YearMonth month, LocalDate day, Figures reported, List<Matter> matters) {
        table.takeTurn();
        if (!table.months().contains(month)) {
            table.addMonth(month, true);
        }
        if (table.find(project, month).isPresent()) {
            return;
        }
        long id = table.addReported(project, month, month.atDay(ReportOpening.DUE_ON), day);
        figures.insert(id, reported.after(figures.yearBefore(project, month).invested()));
        figures.insert(id, new Figures.Told(1, matters, Map.of()));
        log.add(new Change(
                project + ":" + month + ReportListener.KEY_END,
                "progress.imported",
                month.toString(),
                null,
                Reports.line(reported),
                null,
                LocalDate.now(clock)));
    }
}
