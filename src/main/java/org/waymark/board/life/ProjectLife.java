package org.waymark.board.life;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.board.Names;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.need.NeedState;
import org.waymark.milestone.need.Needs;
import org.waymark.milestone.plan.Proposal;
import org.waymark.milestone.plan.Proposals;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Plan.Year;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.life.Stop;
import org.waymark.project.life.Stops;
import org.waymark.roster.amount.RosterAmounts;

/** What the project's page and the board show of projects' lives; templates ask it by the name {@code projectLife}. */
@Component("projectLife")
class ProjectLife {

    private static final DecimalFormatSymbols POINT = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private final Projects projects;
    private final Milestones milestones;
    private final Standing standing;
    private final Stops stops;
    private final Needs needs;
    private final Proposals proposals;
    private final RosterAmounts amounts;
    private final Doers doers;
    private final Names names;
    private final MessageSource texts;
    private final Clock clock;

    ProjectLife(
            Projects projects,
            Milestones milestones,
            Standing standing,
            Stops stops,
            Needs needs,
            Proposals proposals,
            RosterAmounts amounts,
            Doers doers,
            Names names,
            MessageSource texts,
            Clock clock) {
        this.projects = projects;
        this.milestones = milestones;
        this.standing = standing;
        this.stops = stops;
        this.needs = needs;
        this.proposals = proposals;
        this.amounts = amounts;
        this.doers = doers;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A project.
     *
     * @param office whether the reader decides on it
     * @param manages whether the reader proposes changes of its plan and reports amounts
     * @param stop the newest time it was suspended, null if it never was
     * @param stopDays calendar days it was suspended altogether
     * @param summedUp codes of the quantities a roster sums up, which nobody types in
     * @param proposals changes of its plan, the newest first
     * @param changes how often each milestone was planned anew, by element
     * @param baselines planned days as each year began, by year and element
     */
    public record Life(
            Project project,
            boolean office,
            boolean manages,
            Stop stop,
            long stopDays,
            List<Quantity> quantities,
            Set<String> summedUp,
            List<Year> years,
            Project parent,
            List<Standing.Whole> phases,
            List<NeedState> needs,
            List<NeedState> neededBy,
            List<Proposal> proposals,
            Map<String, Integer> changes,
            Map<Integer, Map<String, LocalDate>> baselines,
            List<Milestone> milestones,
            Map<String, String> people,
            LocalDate today) {

        /** Whether the newest suspension is over, and its length can be proposed for the plan. */
        public boolean resumed() {
            return stop != null && stop.resumedOn() != null && project.state() == Project.State.RUNNING;
        }

        /** Of a quantity, whole percent; more than 100 if more was done than planned. */
        public long percent(Quantity quantity) {
            return quantity.planned().signum() == 0
                    ? 0
                    : quantity.done()
                            .multiply(BigDecimal.valueOf(100))
                            .divide(quantity.planned(), 0, RoundingMode.DOWN)
                            .longValue();
        }
    }

    public Life of(Project project) {
        String code = project.code();
        LocalDate today = LocalDate.now(clock);
        List<Stop> all = stops.of(code);
        return new Life(
                project,
                doers.office(),
                doers.manages(project),
                all.isEmpty() ? null : all.get(0),
                all.stream().mapToLong(stop -> stop.days(today)).sum(),
                projects.quantities(code),
                amounts.summedUp(code),
                projects.years(code),
                project.parent() == null
                        ? null
                        : projects.find(project.parent()).orElse(null),
                standing.of(projects.phases(code)),
                needs.of(code),
                needs.on(code),
                proposals.of(code),
                proposals.changes(code),
                proposals.baselines(code),
                milestones.of(code),
                names.people(),
                today);
    }

    /** What a milestone is called on the page of another project. */
    public String milestone(String project, String element) {
        return milestones
                .find(project, element)
                .map(found -> found.name(names.lang()))
                .orElse(element);
    }

    public String quantity(String project, String code) {
        return projects.quantities(project).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.name(names.lang()))
                .orElse(code);
    }

    public String unit(String project, String code) {
        return projects.quantities(project).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(Quantity::unit)
                .map(this::unit)
                .orElse("");
    }

    /** The usual units have a word in English; all else stays as it was typed. */
    public String unit(String unit) {
        return texts.getMessage("unit." + unit, null, unit, LocaleContextHolder.getLocale());
    }

    /** An amount as it is read: thousands apart, without the zeros the database keeps. */
    public String amount(BigDecimal amount) {
        return amount == null ? "—" : new DecimalFormat("#,##0.####", POINT).format(amount);
    }

    public String person(String id) {
        return names.people().getOrDefault(id, id);
    }

    public String project(String code) {
        return projects.find(code).map(found -> found.name(names.lang())).orElse(code);
    }

    /** Changes of plans the reader can sign off. */
    public List<Proposal> toSign() {
        return doers.leader()
                ? proposals.open().stream()
                        .filter(proposal -> !proposal.proposedBy().equals(doers.who()))
                        .toList()
                : List.of();
    }

    /** What waits in vain, for the office and leaders. */
    public List<NeedState> inVain() {
        return doers.office() || doers.leader() ? needs.never() : List.of();
    }

    /** The year to be carried over, for the office in December and January; else null. */
    public Integer carryFrom() {
        LocalDate today = LocalDate.now(clock);
        if (!doers.office()) {
            return null;
        }
        return switch (today.getMonth()) {
            case DECEMBER -> today.getYear();
            case JANUARY -> today.getYear() - 1;
            default -> null;
        };
    }
}
