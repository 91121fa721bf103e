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

/**
 * Finds the version of a rule that was in force on the day its own anchor event happened, with what the project settled
 * of it for itself.
 */
@Component
public class Anchored {

    /** A version of a rule and the day its period runs from. */
    public record Period(Rule rule, LocalDate anchor) {}

    /** What projects settled for themselves. */
    public interface Own {

        /** The version as it counts in this case or project; empty if it does not apply there. */
        Optional<Rule> of(String instanceKey, Rule rule);

        /** The same for one piece of work with many cases: each project is asked once. */
        Own once();
    }

    private final RuleCatalogue rules;
    private final Anchors anchors;
    private final Own own;
    private final BiFunction<String, String, Optional<LocalDate>> latest;

    @Autowired
    Anchored(RuleCatalogue rules, Anchors anchors, Own own) {
        this(rules, anchors, own, anchors::latest);
    }

    private Anchored(
            RuleCatalogue rules, Anchors anchors, Own own, BiFunction<String, String, Optional<LocalDate>> latest) {
        this.rules = rules;
        this.anchors = anchors;
        this.own = own;
        this.latest = latest;
    }

    /** The same for these cases and projects, whose events are read at once: asked for no other. */
    public Anchored among(Collection<String> instanceKeys) {
        Set<String> keys = new TreeSet<>(instanceKeys);
        instanceKeys.forEach(key -> keys.add(project(key)));
        Map<String, Map<String, LocalDate>> days = anchors.latest(keys);
        return new Anchored(
                rules,
                anchors,
                own.once(),
                (key, event) ->
                        Optional.ofNullable(days.getOrDefault(key, Map.of()).get(event)));
    }

    /**
     * Empty if no version was in force then, or the project settled that it does not apply.
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
                .findFirst()
                .flatMap(period -> own.of(instanceKey, period.rule()).map(rule -> new Period(rule, period.anchor())));
    }

    /**
     * The version that counts in the project for something planned on that day, whether its event happened or not; empty
     * if none is in force then, or the project settled that it does not apply.
     */
    public Optional<Rule> on(LocalDate day, String instanceKey, String code) {
        return rules.inForce(code, day).flatMap(rule -> own.of(instanceKey, rule));
    }

    /** The version as it counts in this case or project by now; empty if the project settled that it does not apply. */
    public Optional<Rule> settled(String instanceKey, Rule version) {
        return own.of(instanceKey, version);
    }

    /** Whether an event that the rule runs from was recorded. */
    public boolean hasBegun(String instanceKey, String code) {
        return rules.versions(code).stream()
                .anyMatch(rule -> day(instanceKey, rule.anchor()).isPresent());
    }

    /** The event's day in the case itself, else in its project: an announcement counts for every parcel. */
    public Optional<LocalDate> day(String instanceKey, String event) {
        return latest.apply(instanceKey, event)
                .or(() -> instanceKey.equals(project(instanceKey))
                        ? Optional.empty()
                        : latest.apply(project(instanceKey), event));
    }

    /** A case's key begins with its project's code. */
    public static String project(String instanceKey) {
        int end = instanceKey.indexOf(':');
        return end < 0 ? instanceKey : instanceKey.substring(0, end);
    }
}
