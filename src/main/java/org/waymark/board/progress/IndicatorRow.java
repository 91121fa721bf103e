package org.waymark.board.progress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.progress.indicator.Indicator;
import org.waymark.progress.indicator.Indicator.Statement;

/** An indicator of the year beside that of the year before; either may be null. */
public record IndicatorRow(Indicator now, Indicator before) {

    /** The one that says what it is called. */
    public Indicator any() {
        return now == null ? before : now;
    }

    /** By statement, all five; those of the year first, then those only the year before had. */
    static Map<Statement, List<IndicatorRow>> of(List<Indicator> now, List<Indicator> before) {
        Map<String, Indicator> earlier = before.stream().collect(Collectors.toMap(Indicator::code, one -> one));
        var codes = now.stream().map(Indicator::code).collect(Collectors.toSet());
        List<IndicatorRow> rows = Stream.concat(
                        now.stream().map(one -> new IndicatorRow(one, earlier.get(one.code()))),
                        before.stream()
                                .filter(one -> !codes.contains(one.code()))
                                .map(one -> new IndicatorRow(null, one)))
                .toList();
        Map<Statement, List<IndicatorRow>> all = new TreeMap<>();
        for (Statement statement : Statement.values()) {
            all.put(
                    statement,
                    rows.stream()
                            .filter(row -> row.any().statement() == statement)
                            .toList());
        }
        return all;
    }
}
