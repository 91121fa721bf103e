package org.waymark.project.life;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.identity.SignedIn;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Plan.Year;
import org.waymark.project.Project;
import org.waymark.project.ProjectNews;
import org.waymark.project.Projects;

/**
 * Carries projects that have not ended over into the next year (结转), once each: the new year gets its investment and
 * target, and the plan as it then stands becomes that year's baseline.
 */
@Service
public class CarryOver {

    private static final int LONGEST = 400;
    private static final int SCALE = 4;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private final CarryTable table;
    private final Projects projects;
    private final ApplicationEventPublisher news;
    private final MessageSource texts;
    private final Clock clock;

    CarryOver(CarryTable table, Projects projects, ApplicationEventPublisher news, MessageSource texts, Clock clock) {
        this.table = table;
        this.projects = projects;
        this.news = news;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A project that has not ended.
     *
     * @param next what the next year is to bring: what is planned for it already, else what is left
     * @param basis what the investment of {@code next} was found by
     */
    public record Candidate(Project project, boolean carried, Year next, Basis basis) {}

    /** GIVEN: planned for that year, or there is none; REPORTED: what is left after what was reported; PLANNED: after the plan. */
    public enum Basis {
        GIVEN,
        REPORTED,
        PLANNED
    }

    /** What is to be carried over. */
    public record Next(String project, BigDecimal investment, String target) {}

    /** The year whose turn comes next, or came last: the present one from December on, else the one before. */
    public int year() {
        LocalDate today = LocalDate.now(clock);
        return today.getMonth() == Month.DECEMBER ? today.getYear() : today.getYear() - 1;
    }

    /** The first day on which projects can be carried over from {@code year}. */
    public LocalDate opens(int year) {
        return LocalDate.of(year, Month.DECEMBER, 1);
    }

    public List<Candidate> candidates(int year) {
        var carried = table.carried(year);
        List<Project> alive = projects.all().stream()
                .filter(project -> project.state().alive())
                .toList();
        List<String> codes = alive.stream().map(Project::code).toList();
        var years = projects.years(codes);
        var quantities = projects.quantities(codes);
        var reported = table.reported();
        return alive.stream()
                .map(project -> candidate(
                        project,
                        year,
                        carried.contains(project.code()),
                        years.getOrDefault(project.code(), List.of()),
                        quantities.getOrDefault(project.code(), List.of()),
                        reported.getOrDefault(project.code(), Map.of())))
                .toList();
    }

    private Candidate candidate(
            Project project,
            int year,
            boolean carried,
            List<Year> years,
            List<Quantity> quantities,
            Map<Integer, BigDecimal> reported) {
        Optional<Year> given =
                years.stream().filter(one -> one.year() == year + 1).findFirst();
        if (given.isPresent()) {
            return new Candidate(project, carried, given.get(), Basis.GIVEN);
        }
        BigDecimal left = left(project, years, reported);
        Basis basis = left == null ? Basis.GIVEN : reported.isEmpty() ? Basis.PLANNED : Basis.REPORTED;
        return new Candidate(project, carried, new Year(year + 1, left, target(years, quantities)), basis);
    }

    /** Of each year what was reported, and where nothing was, what was planned. */
    private static BigDecimal left(Project project, List<Year> years, Map<Integer, BigDecimal> reported) {
        if (project.investment() == null) {
            return null;
        }
        Map<Integer, BigDecimal> spent = new HashMap<>(reported);
        years.stream()
                .filter(year -> year.investment() != null)
                .forEach(year -> spent.putIfAbsent(year.year(), year.investment()));
        BigDecimal all = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return project.investment().subtract(all).max(BigDecimal.ZERO);
    }

    private String target(List<Year> years, List<Quantity> quantities) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        String left = quantities.stream()
                .filter(quantity -> quantity.done().compareTo(quantity.planned()) < 0)
                .map(quantity -> say(
                        "life.carry.left",
                        quantity.name(language),
                        plain(quantity.planned().subtract(quantity.done())),
                        texts.getMessage(
                                "unit." + quantity.unit(), null, quantity.unit(), LocaleContextHolder.getLocale())))
                .collect(Collectors.joining(say("life.semicolon")));
        return left.isEmpty() && !years.isEmpty() ? years.get(years.size() - 1).target() : left;
    }

    /**
     * Carries over all of these, or none. One that was carried over already stays as it is.
     *
     * @return how many were carried over now
     * @throws Refused before December of the year, for an older year, an amount below 0, or a project that has ended
     */
    @Transactional
    public int carry(int year, List<Next> chosen) {
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(opens(year))) {
            throw Refused.of(texts, "life.carry.early", String.valueOf(year), String.valueOf(year + 1), opens(year));
        }
        if (year < today.getYear() - 1) {
            throw Refused.of(texts, "life.carry.old", String.valueOf(year));
        }
        if (chosen.isEmpty()) {
            throw Refused.of(texts, "life.carry.none");
        }
        return (int) chosen.stream().filter(next -> one(year, next)).count();
    }

    private boolean one(int year, Next next) {
        Project project = projects.find(next.project())
                .orElseThrow(() -> Refused.of(texts, "life.carry.unknown", next.project()));
        String name = project.name(LocaleContextHolder.getLocale().getLanguage());
        if (!project.state().alive()) {
            throw Refused.of(texts, "life.ended", name);
        }
        BigDecimal amount = next.investment();
        if (amount != null && (amount.signum() < 0 || amount.scale() > SCALE || amount.compareTo(LARGEST) > 0)) {
            throw Refused.of(texts, "life.carry.amount", name);
        }
        if (next.target() != null && next.target().length() > LONGEST) {
            throw Refused.of(texts, "life.carry.long", name, LONGEST);
        }
        if (table.carried(year).contains(next.project())) {
            return false;
        }
        Year into = new Year(
                year + 1, amount, next.target() == null || next.target().isBlank() ? null : next.target());
        news.publishEvent(new ProjectNews.CarriedOver(next.project(), year, into));
        if (!table.carry(next.project(), year, SignedIn.name().orElse("system"))) {
            throw Refused.of(texts, "life.carry.overtaken", name);
        }
        table.put(next.project(), into);
        return true;
    }

    /** Years into which the project was carried over. */
    public List<Integer> into(String project) {
        return table.into(project);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
