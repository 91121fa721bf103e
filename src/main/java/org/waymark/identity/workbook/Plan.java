package org.waymark.identity.workbook;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What taking a workbook would do.
 *
 * @param faults what is wrong with it; while there are any, nothing is taken
 */
record Plan(Staff said, List<Item> items, List<Fault> faults) {

    enum Kind {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * What happens to one unit, village or person.
     *
     * @param changes cells that will say something else; of what is new, all that say something
     */
    record Item(Sheet sheet, String key, String name, Kind kind, List<Change> changes) {

        String before() {
            return said(Change::before);
        }

        String after() {
            return said(Change::after);
        }

        private String said(Function<Change, String> cell) {
            return changes.stream()
                    .map(change -> change.column() + "：" + cell.apply(change))
                    .collect(Collectors.joining("；"));
        }
    }

    /** A cell that says something else than there is. */
    record Change(String column, String before, String after) {}

    public List<Item> fresh() {
        return of(Kind.NEW);
    }

    public List<Item> changed() {
        return of(Kind.CHANGED);
    }

    public List<Item> same() {
        return of(Kind.UNCHANGED);
    }

    private List<Item> of(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    Map<String, Kind> kinds(Sheet sheet) {
        return items.stream().filter(item -> item.sheet() == sheet).collect(Collectors.toMap(Item::key, Item::kind));
    }
}
