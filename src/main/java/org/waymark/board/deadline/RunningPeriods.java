package org.waymark.board.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.api.Explanations;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.milestone.standing.Tier;
import org.waymark.milestone.standing.Tiers;
import org.waymark.project.Project;

/** What the board and a project's page show of bonus tiers and of what is valid; templates ask it by the name {@code runningPeriods}. */
@Component("runningPeriods")
class RunningPeriods {

    private static final int SOON = 7;

    /** What a prolonged validity's rule is called, after that of the validity itself. */
    private static final String EXTENDED = "-EXTENDED";

    private final Tiers tiers;
    private final PeriodLedger ledger;
    private final RuleCatalogue rules;
    private final Explanations explanations;
    private final MessageSource texts;
    private final Clock clock;

    RunningPeriods(
            Tiers tiers,
            PeriodLedger ledger,
            RuleCatalogue rules,
            Explanations explanations,
            MessageSource texts,
            Clock clock) {
        this.tiers = tiers;
        this.ledger = ledger;
        this.rules = rules;
        this.explanations = explanations;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Something that is valid until a day, or was.
     *
     * @param lamp colour of its lamp: green, yellow for the last week, red once it lapsed
     * @param state in words
     * @param renewals how often it may be prolonged, in words
     */
    public record Validity(String name, LocalDate until, String lamp, String state, String renewals) {}

    /** Those of all running projects, the one that ends first in front. */
    public List<Tier> tiers() {
        return tiers.running().stream()
                .sorted(Comparator.comparing(Tier::lastDay))
                .toList();
    }

    public List<Tier> tiers(Project project) {
        return tiers.of(project);
    }

    /** What of the project's own is still needed and valid for a time only: what has lapsed stays until it is dealt with. */
    public List<Validity> validities(Project project) {
        List<LegalPeriod> all = ledger.of(project.code());
        return all.stream()
                .filter(period -> period.kind() == Kind.VALID && period.open())
                .map(period -> validity(period, all))
                .toList();
    }

    private Validity validity(LegalPeriod period, List<LegalPeriod> all) {
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), period.dueOn());
        String state = left < 0 ? "lapsed" : left <= SOON ? "soon" : "valid";
        return new Validity(
                explanations.name(rules.versions(period.rule()).get(0), LocaleContextHolder.getLocale()),
                period.dueOn(),
                left < 0 ? "red" : left <= SOON ? "yellow" : "green",
                say("validity." + state, Math.abs(left)),
                renewals(period, left, all));
    }

    private String renewals(LegalPeriod period, long left, List<LegalPeriod> all) {
        String base = period.rule().replace(EXTENDED, "");
        Rule rule = rules.versions(base).get(0);
        if (rule.extension() == null) {
            return say("validity.none");
        }
        LocalDate given = all.stream()
                .filter(one -> one.rule().equals(base))
                .map(LegalPeriod::anchorOn)
                .reduce((older, newer) -> newer)
                .orElse(LocalDate.MIN);
        long used = all.stream()
                .filter(one ->
                        one.rule().equals(base + EXTENDED) && !one.anchorOn().isBefore(given))
                .count();
        boolean may = left >= 0 && used < rule.extension().times();
        return say(
                "validity.renewed",
                used,
                rule.extension().times(),
                say("deadline.unit." + rule.extension().unit(), rule.extension().n()),
                say(may ? "validity.may" : "validity.mayNot"));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
