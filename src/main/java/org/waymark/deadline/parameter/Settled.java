package org.waymark.deadline.parameter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Rule.Parameter;
import org.waymark.deadline.Unit;

/** Reads what projects settled for themselves: it counts for all their cases, or for those of one lot. */
@Service
public class Settled implements Anchored.Own {

    private static final String WHOLE = "";
    private static final BinaryOperator<Setting> NEWER = (older, newer) -> newer;

    private final SettingTable table;
    private final ObjectProvider<Sections> sections;
    private final BiFunction<String, String, List<Setting>> rows;

    @Autowired
    Settled(SettingTable table, ObjectProvider<Sections> sections) {
        this(table, sections, table::of);
    }

    private Settled(
            SettingTable table, ObjectProvider<Sections> sections, BiFunction<String, String, List<Setting>> rows) {
        this.table = table;
        this.sections = sections;
        this.rows = rows;
    }

    @Override
    public Anchored.Own once() {
        Map<String, List<Setting>> read = new HashMap<>();
        return new Settled(table, sections, (project, rule) -> read.computeIfAbsent(project, table::of).stream()
                .filter(row -> row.rule().equals(rule))
                .toList());
    }

    @Override
    public Optional<Rule> of(String instanceKey, Rule rule) {
        // most rules leave nothing open: those are not asked for
        if (rule.parameters().isEmpty()) {
            return Optional.of(rule);
        }
        Map<Parameter, String> own = own(instanceKey, rule);
        if (Boolean.parseBoolean(own.get(Parameter.OFF))) {
            return Optional.empty();
        }
        String n = own.get(Parameter.N);
        String unit = own.get(Parameter.UNIT);
        return Optional.of(
                n == null && unit == null
                        ? rule
                        : rule.with(
                                n == null ? rule.n() : Integer.parseInt(n),
                                unit == null ? rule.unit() : Unit.valueOf(unit)));
    }

    /** Of each parameter the newest; what was settled for the case's own lot goes before what was for the project. */
    private Map<Parameter, String> own(String instanceKey, Rule rule) {
        List<Setting> settled = rows.apply(Anchored.project(instanceKey), rule.code()).stream()
                .filter(row -> rule.parameters().contains(row.parameter()))
                .toList();
        boolean byLot = settled.stream().anyMatch(row -> !row.section().equals(WHOLE));
        String lot = byLot ? sections.getObject().of(instanceKey) : WHOLE;
        return Stream.of(WHOLE, lot)
                .flatMap(section -> settled.stream().filter(row -> row.section().equals(section)))
                .collect(Collectors.toMap(Setting::parameter, Setting::setting, (older, newer) -> newer));
    }

    /** What was settled last of this rule for the whole project or a lot of it; empty where nothing was. */
    public Optional<Setting> of(String project, String rule, Parameter parameter, String section) {
        return table.of(project, rule).stream()
                .filter(row -> row.parameter() == parameter && row.section().equals(section))
                .reduce(NEWER);
    }

    /** Everything a project ever settled, the oldest first. */
    public List<Setting> history(String project) {
        return table.of(project);
    }

    /** Projects that settled something of this rule, by code. */
    public List<String> projects(String rule) {
        return table.projects(rule);
    }

    /** Number of the paper by which something of this rule was settled last; null if nothing was. */
    public String document(String project, String rule) {
        return table.of(project, rule).stream()
                .reduce(NEWER)
                .map(Setting::documentNo)
                .orElse(null);
    }

    /** Last days of the tiers, counted from the anchor; empty while the project has settled none. */
    public List<Integer> tiers(String project, String rule) {
        return of(project, rule, Parameter.TIERS, WHOLE)
                .map(row -> Stream.of(row.setting().split(","))
                        .map(Integer::valueOf)
                        .toList())
                .orElse(List.of());
    }
}
