package org.waymark.project.life;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.project.Project;
import org.waymark.project.ProjectNews;
import org.waymark.project.Projects;
import org.waymark.template.Plain;

/** How much of a project's quantities is done: the one way to change it. */
@Service
public class Quantities {

    private static final int SCALE = 4;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private final JdbcClient db;
    private final Projects projects;
    private final ApplicationEventPublisher news;
    private final MessageSource texts;
    private final Clock clock;

    Quantities(JdbcClient db, Projects projects, ApplicationEventPublisher news, MessageSource texts, Clock clock) {
        this.db = db;
        this.projects = projects;
        this.news = news;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What somebody reports.
     *
     * @param before the amount he saw when he wrote it, null if he saw none
     * @param happenedOn the day the amount was reached
     * @param document what shows it, may be null
     * @param reason needed when the amount becomes smaller
     */
    public record Report(BigDecimal before, LocalDate happenedOn, String document, String reason) {}

    /**
     * So much is done altogether, in the quantity's unit; more than was planned is possible. Said again it changes
     * nothing.
     *
     * @throws Refused for an amount below 0, one that changed meanwhile, a day to come, or less without a reason
     */
    @Transactional
    public void did(String code, String quantity, BigDecimal total, Report report) {
        Project project = get(code);
        if (!project.state().alive()) {
            throw Refused.of(texts, "life.ended", project.name(language()));
        }
        change(code, quantity, total, report);
    }

    /**
     * The same for an amount that is summed up: what a project owes outlives its closing, so cases end and are counted
     * after it too.
     *
     * @throws Refused as {@link #did}, but of the projects that have ended only for one that was cancelled
     */
    @Transactional
    public void summedUp(String code, String quantity, BigDecimal total, Report report) {
        Project project = get(code);
        if (project.state() == Project.State.CANCELLED) {
            throw Refused.of(texts, "life.ended", project.name(language()));
        }
        change(code, quantity, total, report);
    }

    private void change(String code, String quantity, BigDecimal total, Report report) {
        if (total == null || total.signum() < 0 || total.scale() > SCALE || total.compareTo(LARGEST) > 0) {
            throw Refused.of(texts, "life.quantity.amount");
        }
        LocalDate day = report.happenedOn();
        if (day == null || day.isAfter(LocalDate.now(clock)) || !Plain.isYear(day)) {
            throw Refused.of(texts, "life.quantity.day");
        }
        BigDecimal before = lock(code, quantity);
        if (before.compareTo(total) == 0) {
            return;
        }
        if (report.before() != null && report.before().compareTo(before) != 0) {
            throw Refused.of(texts, "life.quantity.stale", plain(before));
        }
        boolean less = total.compareTo(before) < 0;
        if (less && (report.reason() == null || report.reason().isBlank())) {
            throw Refused.of(texts, "life.quantity.less", plain(before), plain(total));
        }
        update(code, quantity, total, day);
        needs(code, quantity, before, total, day);
        news.publishEvent(new ProjectNews.QuantityChanged(
                code, quantity, before, total, report.document(), report.reason(), day));
    }

    private Project get(String code) {
        return projects.find(code).orElseThrow(() -> new NoSuchElementException("There is no project " + code));
    }

    private BigDecimal lock(String project, String quantity) {
        // all of the project's, in one order: of two who report several each gets all or waits
        return db
                .sql("select code, done from project_quantity where project = :project order by code for update")
                .param("project", project)
                .query((row, n) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .list()
                .stream()
                .filter(one -> one.getKey().equals(quantity))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("Project %s has no quantity %s".formatted(project, quantity)));
    }

    private void update(String project, String quantity, BigDecimal total, LocalDate day) {
        db.sql("update project_quantity set done = :done, done_on = :day where project = :project and code = :code")
                .param("done", total)
                .param("day", day)
                .param("project", project)
                .param("code", quantity)
                .update();
    }

    /** Who waits for an amount keeps the day it was reached; it is forgotten if that was taken back. */
    private void needs(String project, String quantity, BigDecimal before, BigDecimal now, LocalDate day) {
        db.sql(
                        """
                        update project_need set met_on = case when at_least <= :now then cast(:day as date) end
                        where on_project = :project and on_quantity = :code
                          and (at_least <= :now and at_least > :before or at_least > :now)""")
                .param("now", now)
                .param("before", before)
                .param("day", day)
                .param("project", project)
                .param("code", quantity)
                .update();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
