package org.waymark.board.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.api.Counted;
import org.waymark.deadline.api.Explanations;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.deadline.ledger.PeriodList;
import org.waymark.deadline.ledger.PeriodList.Wanted;
import org.waymark.deadline.service.Postings;
import org.waymark.deadline.service.Services;
import org.waymark.milestone.log.ChangeLog;

/** Puts together what is known of each period; templates ask it by the name {@code periodRows}. */
@Component("periodRows")
public class PeriodRows {

    private static final int MOST_OF_ONE = 200;

    /** Changes of the log that move a period's last day. */
    private static final Set<String> MOVES =
            Set.of("period.notice", "period.anchor", "period.pause", "period.extension", "period.parameter");

    private final PeriodList list;
    private final PeriodLedger ledger;
    private final RuleCatalogue rules;
    private final Explanations explanations;
    private final Counted counted;
    private final Anchors anchors;
    private final Services services;
    private final Postings postings;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    PeriodRows(
            PeriodList list,
            PeriodLedger ledger,
            RuleCatalogue rules,
            Explanations explanations,
            Counted counted,
            Anchors anchors,
            Services services,
            Postings postings,
            ChangeLog log,
            MessageSource texts,
            Clock clock) {
        this.list = list;
        this.ledger = ledger;
        this.rules = rules;
        this.explanations = explanations;
        this.counted = counted;
        this.anchors = anchors;
        this.services = services;
        this.postings = postings;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** All of an object. */
    public List<PeriodRow> of(String project, String object) {
        return rows(Wanted.ofObject(project, object), 0, MOST_OF_ONE);
    }

    List<PeriodRow> rows(Wanted wanted, int offset, int limit) {
        return list.rows(wanted, offset, limit).stream().map(this::row).toList();
    }

    private PeriodRow row(LegalPeriod period) {
        Rule rule = rules.all().stream()
                .filter(one ->
                        one.code().equals(period.rule()) && one.effectiveFrom().equals(period.ruleFrom()))
                .findFirst()
                .orElse(null);
        String key = period.instanceKey();
        String event = period.anchorEvent();
        String[] parts = key.split(":");
        return new PeriodRow(
                period,
                rule,
                text("deadline.rule." + period.rule(), period.rule()),
                text("deadline.event." + event, event),
                parts.length > 1 ? parts[1] : null,
                anchors.proof(key, event, period.anchorOn())
                        .map(Anchors.Proof::documentNo)
                        .orElse(null),
                Services.byService(event)
                        ? services.on(key, event, period.anchorOn()).orElse(null)
                        : null,
                postings.ofAny(key, event),
                rule == null ? null : explanations.of(period, counted.by(period, rule), reader()),
                rule == null
                        ? null
                        : ledger.keptAgainst(period)
                                .map(day -> explanations.kept(period, day, reader()))
                                .orElse(null),
                period.moved() == 0 ? List.of() : moves(period),
                LocalDate.now(clock));
    }

    private List<PeriodRow.Move> moves(LegalPeriod period) {
        return log.of(period.instanceKey()).stream()
                .filter(row -> MOVES.contains(row.what()) && period.rule().equals(row.subject()))
                .map(row -> new PeriodRow.Move("change." + row.what(), row.oldValue(), row.newValue(), row.reason()))
                .toList();
    }

    private String text(String key, String otherwise) {
        return texts.getMessage(key, null, otherwise, reader());
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
