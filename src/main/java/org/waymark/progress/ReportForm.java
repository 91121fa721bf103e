package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.project.Plan;

/** The form of a monthly report: what is known goes into it before anybody types, and its sums are checked. */
@Component
class ReportForm implements Entries.Adviser {

    /** Places the form has for matters and for quantities. */
    private static final List<Integer> PLACES = List.of(1, 2, 3);

    private static final List<String> NUMBERS =
            List.of("invested", "yearInvested", "recognised", "yearRecognised", "percent", "done1", "done2", "done3");
    private static final int DECIMALS = 4;

    private final ReportTable table;
    private final FigureTable figures;
    private final ReportRules rules;
    private final MessageSource texts;

    ReportForm(ReportTable table, FigureTable figures, ReportRules rules, MessageSource texts) {
        this.table = table;
        this.figures = figures;
        this.rules = rules;
        this.texts = texts;
    }

    @Override
    public String process() {
        return ReportOpening.PROCESS;
    }

    @Override
    public String subject(Step step, String language) {
        Report report = report(step);
        return texts.getMessage(
                "progress.month",
                new Object[] {report.month().getYear(), report.month().getMonthValue()},
                java.util.Locale.forLanguageTag(language));
    }

    @Override
    public Map<String, Object> first(Step step) {
        Report report = report(step);
        var before = figures.before(report.project(), report.month());
        var sums = figures.yearBefore(report.project(), report.month());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("month", report.month().toString());
        table.find(report.project(), report.month().minusMonths(1))
                .filter(last -> last.version() > 0)
                .flatMap(last -> figures.versions(last.id()).stream().findFirst())
                .ifPresent(last -> fields.put("lastInvested", ReportRules.plain(last.invested())));
        fields.put("yearBefore", ReportRules.plain(sums.invested()));
        fields.put("yearInvested", ReportRules.plain(sums.invested()));
        fields.put("recognisedBefore", ReportRules.plain(sums.recognised()));
        fields.put("yearRecognised", ReportRules.plain(sums.recognised()));
        before.ifPresent(last -> {
            fields.put("lastPercent", ReportRules.plain(last.percent()));
            fields.put("percent", ReportRules.plain(last.percent()));
            fields.put("scene", last.scene());
            fields.put("problems", Objects.requireNonNullElse(last.problems(), ""));
        });
        matters(report, fields);
        quantities(report, fields);
        return fields;
    }

    private void matters(Report report, Map<String, Object> fields) {
        int place = 1;
        for (Matter matter : figures.unsolvedBefore(report.project(), report.month())) {
            fields.put("matter" + place, matter.matter());
            fields.put("unit" + place, matter.unit());
            fields.put("level" + place, matter.level());
            fields.put("limit" + place, matter.limitOn().toString());
            fields.put("solved" + place, "no");
            place++;
        }
    }

    private void quantities(Report report, Map<String, Object> fields) {
        List<Plan.Quantity> planned = rules.quantities(report.project());
        for (int place : PLACES) {
            if (place <= planned.size()) {
                Plan.Quantity one = planned.get(place - 1);
                fields.put("quantity" + place, rules.said(one));
                fields.put("done" + place, ReportRules.plain(one.done()));
            }
        }
    }

    @Override
    public Map<String, String> wrong(Step step, Map<String, Object> fields) {
        Report report = report(step);
        Map<String, String> wrong = new LinkedHashMap<>();
        NUMBERS.stream()
                .filter(name -> text(fields, name) != null
                        && number(fields, name).stripTrailingZeros().scale() > DECIMALS)
                .forEach(name -> wrong.put(name, rules.say("progress.decimals", text(fields, name), DECIMALS)));
        if (!wrong.isEmpty()) {
            return wrong; // a sum with such a number could be of any length
        }
        var sums = figures.yearBefore(report.project(), report.month());
        sum(wrong, fields, "yearInvested", sums.invested(), number(fields, "invested"));
        sum(wrong, fields, "yearRecognised", sums.recognised(), number(fields, "recognised"));
        if (text(fields, "reason") == null) {
            rules.unexplained(
                            report, number(fields, "invested"), number(fields, "recognised"), number(fields, "percent"))
                    .ifPresent(why -> wrong.put("reason", why));
        }
        for (int place : PLACES) {
            matter(wrong, fields, place);
            if (place > rules.quantities(report.project()).size() && text(fields, "done" + place) != null) {
                wrong.put("done" + place, rules.say("progress.noQuantity", place));
            }
        }
        return wrong;
    }

    private void sum(
            Map<String, String> wrong, Map<String, Object> fields, String field, BigDecimal before, BigDecimal month) {
        BigDecimal year = before.add(month);
        if (number(fields, field).compareTo(year) != 0) {
            wrong.put(
                    field,
                    rules.say(
                            "progress.sum." + field,
                            ReportRules.plain(year),
                            ReportRules.plain(before),
                            ReportRules.plain(month),
                            text(fields, field)));
        }
    }

    private void matter(Map<String, String> wrong, Map<String, Object> fields, int place) {
        List<String> names = new ArrayList<>(List.of("matter", "unit", "level", "limit"));
        List<String> missing = names.stream()
                .map(name -> name + place)
                .filter(name -> text(fields, name) == null)
                .toList();
        boolean told = missing.size() < names.size() || text(fields, "solved" + place) != null;
        if (told && !missing.isEmpty()) {
            wrong.put(missing.get(0), rules.say("progress.matter.whole", place));
        }
    }

    /** The matters a form holds. */
    static List<Matter> matters(String project, Map<String, Object> fields) {
        return PLACES.stream()
                .filter(place -> text(fields, "matter" + place) != null)
                .map(place -> new Matter(
                        project,
                        place,
                        text(fields, "matter" + place),
                        text(fields, "unit" + place),
                        text(fields, "level" + place),
                        LocalDate.parse(text(fields, "limit" + place)),
                        "yes".equals(text(fields, "solved" + place))))
                .toList();
    }

    /** What a form says is done of the project's quantities, by code. */
    static Map<String, BigDecimal> quantities(List<Plan.Quantity> planned, Map<String, Object> fields) {
        Map<String, BigDecimal> done = new LinkedHashMap<>();
        for (int place : PLACES) {
            if (place <= planned.size() && text(fields, "done" + place) != null) {
                done.put(planned.get(place - 1).code(), number(fields, "done" + place));
            }
        }
        return done;
    }

    static BigDecimal number(Map<String, Object> fields, String name) {
        return new BigDecimal(text(fields, name));
    }

    /** Null if nothing was typed in. */
    static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private Report report(Step step) {
        return table.ofKey(step.instanceKey()).orElseThrow();
    }
}
