package org.waymark.board.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.board.Names;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Rule.Parameter;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.api.Explanations;
import org.waymark.deadline.parameter.Setting;
import org.waymark.deadline.parameter.Settled;

/** Puts into words what a project may settle and has settled. */
@Component
class ParameterRows {

    private final RuleCatalogue rules;
    private final Settled settled;
    private final Explanations explanations;
    private final Names names;
    private final MessageSource texts;
    private final Clock clock;

    ParameterRows(
            RuleCatalogue rules,
            Settled settled,
            Explanations explanations,
            Names names,
            MessageSource texts,
            Clock clock) {
        this.rules = rules;
        this.settled = settled;
        this.explanations = explanations;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    /** All that can be settled of the rules in force today, in the order of the catalogue. */
    List<ParameterRow> of(String project) {
        Map<String, Map<String, Setting>> newest = new LinkedHashMap<>();
        settled.history(project)
                .forEach(row -> newest.computeIfAbsent(row.rule() + "/" + row.parameter(), key -> new LinkedHashMap<>())
                        .put(row.section(), row));
        List<ParameterRow> rows = new ArrayList<>();
        for (Rule rule : rules.all()) {
            if (rule.inForceOn(LocalDate.now(clock))) {
                rule.parameters().stream()
                        .sorted()
                        .map(parameter ->
                                row(rule, parameter, newest.getOrDefault(rule.code() + "/" + parameter, Map.of())))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private ParameterRow row(Rule rule, Parameter parameter, Map<String, Setting> own) {
        return new ParameterRow(
                rule,
                name(rule.code()),
                parameter,
                catalogue(rule, parameter),
                own.values().stream()
                        .map(row ->
                                row.section().isEmpty() ? words(row) : names.section(row.section()) + " " + words(row))
                        .toList());
    }

    /** What a rule is called, with its code if nobody knows it any more. */
    String name(String code) {
        return rules.knows(code)
                ? explanations.name(rules.versions(code).get(0), LocaleContextHolder.getLocale())
                : code;
    }

    /** What was settled, as it is read. */
    String words(Setting row) {
        return switch (row.parameter()) {
            case N -> row.setting();
            case UNIT, OFF -> say("parameter.value." + row.setting());
            case TIERS -> say("parameter.value.TIERS", row.setting().replace(",", say("page.comma")));
        };
    }

    private String catalogue(Rule rule, Parameter parameter) {
        return switch (parameter) {
            case N -> String.valueOf(rule.n());
            case UNIT -> say("parameter.value." + rule.unit());
            case OFF -> say("parameter.value.false");
            case TIERS -> "—";
        };
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
