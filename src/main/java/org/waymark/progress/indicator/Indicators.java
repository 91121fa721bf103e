package org.waymark.progress.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** The indicators of all years. */
@Service
public class Indicators {

    /** So that a place between two is free. */
    private static final int BETWEEN = 10;

    private final IndicatorTable table;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    Indicators(IndicatorTable table, ChangeLog log, MessageSource texts, Clock clock) {
        this.table = table;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** Years there are indicators for, the newest first. */
    public List<Integer> years() {
        return table.years();
    }

    /** In the order of the statements; each with the newest that is known of it. */
    public List<Indicator> of(int year) {
        return table.of(year);
    }

    public Optional<Indicator> find(int year, String code) {
        return table.of(year).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** All that was ever known of one, the newest first. */
    public List<Known> versions(int year, String code) {
        return table.versions(year, code);
    }

    /** Adds an indicator of which nothing is known yet; one that is there already stays as it is. */
    @Transactional
    public boolean add(Indicator fresh) {
        return table.insert(fresh);
    }

    /**
     * Adds what the town is to be measured by; one of the same Chinese name in another year is the same indicator.
     *
     * @param wanted its code and place are found here
     * @throws Refused if the year has one of this name
     */
    @Transactional
    public Indicator list(Indicator wanted) {
        if (table.of(wanted.year()).stream().anyMatch(one -> one.nameZh().equals(wanted.nameZh()))) {
            throw refused("indicator.there", wanted.year(), wanted.nameZh());
        }
        String code = table.codeOf(wanted.nameZh())
                .orElseGet(() -> "i" + UUID.randomUUID().toString().substring(0, 8));
        Indicator listed = wanted.at(code, table.lastPlace(wanted.year()) + BETWEEN);
        if (!table.insert(listed)) {
            throw refused("indicator.there", wanted.year(), wanted.nameZh());
        }
        log.add(new Change(
                "indicator:" + listed.year() + ":" + code,
                "indicator.listed",
                code,
                null,
                listed.nameZh() + " / " + listed.unitZh() + " / " + listed.measure(),
                null,
                LocalDate.now(clock)));
        return listed;
    }

    /**
     * Records what is known of an indicator now.
     *
     * @param known its version is the one the reader saw, 0 if there was none
     * @throws Refused if nothing is known, or somebody else was faster
     */
    @Transactional
    public void record(int year, String code, Known known) {
        Indicator indicator = table.lock(year, code).orElseThrow(() -> refused("indicator.gone"));
        if (known.nothing()) {
            throw refused("indicator.nothing");
        }
        List<Known> versions = table.versions(year, code);
        int newest = versions.isEmpty() ? 0 : versions.get(0).version();
        if (known.version() != newest) {
            throw refused("indicator.stale");
        }
        table.insert(
                year,
                code,
                new Known(
                        newest + 1,
                        known.target(),
                        known.actual(),
                        known.growth(),
                        known.townRank(),
                        known.source(),
                        known.sourceOn(),
                        known.note(),
                        known.madeUp(),
                        known.recordedBy(),
                        null));
        log.add(new Change(
                "indicator:" + year + ":" + code,
                "indicator.recorded",
                indicator.code(),
                versions.isEmpty() ? null : line(versions.get(0)),
                line(known),
                known.source(),
                LocalDate.now(clock)));
    }

    /** Target, actual, growth and rank; a dash where nothing is known. */
    private static String line(Known known) {
        return Stream.of(known.target(), known.actual(), known.growth(), known.townRank())
                .map(value -> value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : Objects.toString(value, "-"))
                .collect(Collectors.joining(" / "));
    }

    private Refused refused(String key, Object... values) {
        return new Refused(texts.getMessage(key, values, LocaleContextHolder.getLocale()));
    }
}
