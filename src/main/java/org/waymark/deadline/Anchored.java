package org.waymark.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the version of a rule that was in force on the day its own anchor event happened. */
@Component
public class Anchored {

    /** A version of a rule and the day its period runs from. */
    public record Period(Rule rule, LocalDate anchor) {}

    private final RuleCatalogue rules;
    private final Anchors anchors;

    Anchored(RuleCatalogue rules, Anchors anchors) {
        this.rules = rules;
        this.anchors = anchors;
    }

    /**
     * Empty if no version was in force then.
     *
     * @throws IllegalStateException if no anchor event of the rule was recorded
     */
    public Optional<Period> inForce(String instanceKey, String code) {
        List<Rule> versions = rules.versions(code);
        // Versions may run from different events, so each is held against its own.
        List<Period> anchored = versions.stream()
                .flatMap(rule -> anchors.latest(instanceKey, rule.anchor()).map(day -> new Period(rule, day)).stream())
                .toList();
        if (anchored.isEmpty()) {
            String events = versions.stream().map(Rule::anchor).distinct().collect(Collectors.joining("' or '"));
            throw new IllegalStateException(
                    "%s: rule %s runs from '%s', which was not recorded".formatted(instanceKey, code, events));
        }
        return anchored.stream()
                .filter(period -> period.rule().inForceOn(period.anchor()))
                .findFirst();
    }
}
