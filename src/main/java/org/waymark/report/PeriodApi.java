package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.api.Counted;
import org.waymark.deadline.api.Explanations;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodList;
import org.waymark.deadline.ledger.PeriodList.Wanted;
import org.waymark.deadline.service.ServiceRecord;
import org.waymark.deadline.service.Services;
import org.waymark.project.Projects;

/** Periods of law of a project and its cases as JSON, those that run first; nobody's name is in it. */
@RestController
class PeriodApi {

    private static final int MOST = 1000;

    private final Projects projects;
    private final PeriodList list;
    private final RuleCatalogue rules;
    private final Anchors anchors;
    private final Services services;
    private final Explanations explanations;
    private final Counted counted;
    private final MessageSource texts;

    PeriodApi(
            Projects projects,
            PeriodList list,
            RuleCatalogue rules,
            Anchors anchors,
            Services services,
            Explanations explanations,
            Counted counted,
            MessageSource texts) {
        this.projects = projects;
        this.list = list;
        this.rules = rules;
        this.anchors = anchors;
        this.services = services;
        this.explanations = explanations;
        this.counted = counted;
        this.texts = texts;
    }

    /**
     * A period.
     *
     * @param object number of the object it belongs to, null for the project's own
     * @param service way its paper was served, null if it runs from something else
     */
    record Row(
            long id,
            String object,
            String rule,
            String mark,
            String kind,
            String holder,
            String anchor,
            LocalDate anchorOn,
            String documentNo,
            String service,
            LocalDate due,
            LocalDate original,
            int moved,
            LocalDate calendar,
            boolean provisional,
            String state,
            LocalDate ended,
            boolean late,
            String explanation) {}

    /** Some of the rows of all there are. */
    record Rows(int total, List<Row> periods) {}

    @GetMapping("/api/v1/projects/{code}/periods")
    ResponseEntity<?> periods(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "200") int limit,
            Locale locale) {
        if (projects.find(code).isEmpty()) {
            String sentence = texts.getMessage("api.noProject", new Object[] {code}, locale);
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("message", sentence));
        }
        Wanted wanted = new Wanted(code, "", state, rule, holder);
        List<Row> rows = list.rows(wanted, Math.max(0, offset), Math.max(1, Math.min(limit, MOST))).stream()
                .map(period -> row(period, locale))
                .toList();
        return ResponseEntity.ok(new Rows(list.count(wanted), rows));
    }

    private Row row(LegalPeriod period, Locale locale) {
        var rule = rules.all().stream()
                .filter(one ->
                        one.code().equals(period.rule()) && one.effectiveFrom().equals(period.ruleFrom()))
                .findFirst();
        String key = period.instanceKey();
        String[] parts = key.split(":");
        return new Row(
                period.id(),
                parts.length > 1 ? parts[1] : null,
                period.rule(),
                rule.map(one -> one.mark()).orElse(null),
                period.kind().name(),
                period.holder().name(),
                period.anchorEvent(),
                period.anchorOn(),
                anchors.proof(key, period.anchorEvent(), period.anchorOn())
                        .map(Anchors.Proof::documentNo)
                        .orElse(null),
                services.on(key, period.anchorEvent(), period.anchorOn())
                        .map(ServiceRecord::way)
                        .map(Enum::name)
                        .orElse(null),
                period.dueOn(),
                period.originalDueOn(),
                period.moved(),
                period.calendarAsOf(),
                period.provisional(),
                period.state().name(),
                period.endedOn(),
                period.late(),
                rule.map(one -> explanations.of(period, counted.by(period, one), locale))
                        .orElse(null));
    }
}
