package org.waymark.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds the version of a rule that was in force on the day its own anchor event happened. */
@Component
public class Anchored {

    /** A version of a rule and the day its period runs from. */
    public record Period(Rule rule, LocalDate anchor) {}

    private final RuleCatalogue rules;
    private final Anchors anchors;
    private final BiFunction<String, String, Optional<LocalDate>> latest;

    @Autowired
    Anchored(RuleCatalogue rules, Anchors anchors) {
        this(rules, anchors, anchors::latest);
    }

    private Anchored(RuleCatalogue rules, Anchors anchors, BiFunction<String, String, Optional<LocalDate>> latest) {
        this.rules = rules;
        this.anchors = anchors;
        this.latest = latest;
    }

    /** The same for these cases and projects, whose events are read at once: asked for no other. */
    public Anchored among(Collection<String> instanceKeys) {
        Set<String> keys = new TreeSet<>(instanceKeys);
        instanceKeys.stream()
                .filter(key -> key.indexOf(':') > 0)
                .forEach(key -> keys.add(key.substring(0, key.indexOf(':'))));
        Map<String, Map<String, LocalDate>> days = anchors.latest(keys);
        return new Anchored(
                rules,
                anchors,
                (key, event) ->
                        Optional.ofNullable(days.getOrDefault(key, Map.of()).get(event)));
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
                .flatMap(rule -> day(instanceKey, rule.anchor()).map(day -> new Period(rule, day)).stream())
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

    /** Whether an event that the rule runs from was recorded. */
    public boolean hasBegun(String instanceKey, String code) {
        return rules.versions(code).stream()
                .anyMatch(rule -> day(instanceKey, rule.anchor()).isPresent());
    }

    /** The event's day in the case itself, else in its project: an announcement counts for every parcel. */
    private Optional<LocalDate> day(String instanceKey, String event) {
        int end = instanceKey.indexOf(':');
        return latest.apply(instanceKey, event)
                .or(() -> end < 0 ? Optional.empty() : latest.apply(instanceKey.substring(0, end), event));
    }
}
