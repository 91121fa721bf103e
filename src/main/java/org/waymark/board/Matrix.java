package org.waymark.board;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.board.BoardTable.StageCount;
import org.waymark.template.Template.Stage;

/**
 * A roster's valid objects by stage and village. Every valid object is in exactly one cell, so the total is the
 * denominator.
 *
 * @param title the milestone's name
 * @param kind kind of the objects, which decides what is counted and measured
 */
record Matrix(String title, String kind, Map<String, String> villages, List<Row> rows) {

    private static final Set<String> FINAL_OR_FAILED = Set.of("FAILED", "CLOSED", "CANCELLED");

    /** Rows that are no stage of the diagram. */
    enum Other {
        NOT_OPENED,
        FAILED,
        CLOSED,
        CANCELLED
    }

    /**
     * A stage, or one of {@link Other}.
     *
     * @param stage its name, null for one of {@code other}
     */
    record Row(String stage, Other other, Map<String, Long> objects, BigDecimal quantity) {

        Row(String stage, Other other) {
            this(stage, other, Map.of(), BigDecimal.ZERO);
        }

        Row plus(StageCount count) {
            Map<String, Long> more = new LinkedHashMap<>(objects);
            more.merge(count.village(), count.objects(), Long::sum);
            return new Row(stage, other, more, quantity.add(count.quantity()));
        }

        public long sum() {
            return objects.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static Matrix of(
            String title,
            String kind,
            Map<String, String> villages,
            List<Stage> stages,
            List<StageCount> counts,
            String language) {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put(Other.NOT_OPENED.name(), new Row(null, Other.NOT_OPENED));
        rows.put(Other.FAILED.name(), new Row(null, Other.FAILED));
        stages.forEach(stage ->
                rows.put(stage.code(), new Row("en".equals(language) ? stage.nameEn() : stage.nameZh(), null)));
        rows.put(Other.CLOSED.name(), new Row(null, Other.CLOSED));
        rows.put(Other.CANCELLED.name(), new Row(null, Other.CANCELLED));
        for (StageCount count : counts) {
            rows.computeIfPresent(row(count, rows), (key, row) -> row.plus(count));
        }
        return new Matrix(
                title,
                kind,
                villages,
                rows.values().stream().filter(row -> row.sum() > 0).toList());
    }

    private static String row(StageCount count, Map<String, Row> rows) {
        if (count.state() != null && FINAL_OR_FAILED.contains(count.state())) {
            return count.state();
        }
        return "OPEN".equals(count.state()) && rows.containsKey(count.stage())
                ? count.stage()
                : Other.NOT_OPENED.name();
    }

    public long valid() {
        return rows.stream().mapToLong(Row::sum).sum();
    }

    public long total(String village) {
        return rows.stream()
                .mapToLong(row -> row.objects().getOrDefault(village, 0L))
                .sum();
    }

    public BigDecimal quantity() {
        return rows.stream().map(Row::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long closed() {
        return rows.stream()
                .filter(row -> row.other() == Other.CLOSED)
                .mapToLong(Row::sum)
                .sum();
    }

    /** Rounded down: a hundred is said only when everything is done. */
    public long percentClosed() {
        return valid() == 0 ? 0 : 100 * closed() / valid();
    }

    public long percent(Row row) {
        return valid() == 0 ? 0 : Math.round(100.0 * row.sum() / valid());
    }
}
