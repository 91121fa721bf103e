package org.waymark.deadline.parameter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Rule.Parameter;
import org.waymark.deadline.RuleCatalogue;

/**
 * Settles something of a rule for a project. Periods that run are computed anew soon: a citizen's only becomes longer, one
 * that ran under a rule switched off runs on.
 */
@Service
public class Settling {

    private final SettingTable table;
    private final Settled settled;
    private final RuleCatalogue rules;
    private final Anchors anchors;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Settling(
            SettingTable table,
            Settled settled,
            RuleCatalogue rules,
            Anchors anchors,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.settled = settled;
        this.rules = rules;
        this.anchors = anchors;
        this.news = news;
        this.clock = clock;
    }

    /**
     * @param section a lot, only for whether the rule applies; empty for the whole project
     * @param typed a number of days; {@code D} or {@code WD}; {@code yes} or {@code no}, whether it applies; last days of the
     *     tiers with commas between
     * @param from the day the tiers run from, null if it was recorded before; of no other parameter
     * @param document number of the paper that says so
     * @throws WrongSetting of what the law does not leave open, out of its limits, without a reason or document, or if it
     *     counts already
     * @throws java.util.NoSuchElementException if the catalogue does not know the rule
     */
    @Transactional
    public void settle(
            String project,
            String rule,
            Parameter parameter,
            String section,
            String typed,
            LocalDate from,
            String reason,
            String document,
            String who) {
        String setting = Limits.tidy(today(rule), parameter, typed);
        if (!section.isEmpty() && parameter != Parameter.OFF) {
            throw new WrongSetting("parameter.section");
        }
        if (reason == null || reason.isBlank()) {
            throw new WrongSetting("life.reason");
        }
        if (document == null || document.isBlank()) {
            throw new WrongSetting("life.document");
        }
        boolean anew = from != null && begin(project, today(rule), parameter, from, document, who);
        if (parameter == Parameter.TIERS
                && !shared(today(rule))
                && anchors.latest(project, today(rule).anchor()).isEmpty()) {
            throw new WrongSetting("parameter.from");
        }
        Optional<Setting> before = settled.of(project, rule, parameter, section);
        if (before.map(Setting::setting).filter(setting::equals).isPresent()) {
            if (!anew) {
                throw new WrongSetting("parameter.same");
            }
            return;
        }
        var row = new Setting(
                0, project, rule, parameter, section, setting, reason, document, OffsetDateTime.now(clock), who);
        table.insert(row);
        news.publishEvent(new ParameterSettled(row, before.map(Setting::setting).orElse(null)));
    }

    /** Records the day the tiers run from, if it is another one than before. */
    private boolean begin(String project, Rule rule, Parameter parameter, LocalDate from, String document, String who) {
        if (parameter != Parameter.TIERS) {
            throw new WrongSetting("parameter.fromOther");
        }
        if (shared(rule)) {
            throw new WrongSetting("parameter.fromStep");
        }
        if (anchors.latest(project, rule.anchor()).filter(from::equals).isPresent()) {
            return false;
        }
        anchors.record(project, rule.anchor(), from, document, who);
        return true;
    }

    /** Whether other periods run from the event too: its day is recorded by a step, and by nothing else. */
    private boolean shared(Rule rule) {
        return rules.all().stream()
                .anyMatch(other -> other.kind() != Kind.TIER && other.anchor().equals(rule.anchor()));
    }

    /** What a project settles, it settles under the law of today; where none is in force, under the newest there is. */
    private Rule today(String rule) {
        return rules.inForce(rule, LocalDate.now(clock))
                .orElseGet(() -> rules.versions(rule).get(0));
    }
}
