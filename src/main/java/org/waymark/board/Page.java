package org.waymark.board;

import java.util.List;
import java.util.function.IntFunction;

/** Fifty rows of a longer list. Pages are counted from 1; a page that is not there is the nearest one that is. */
public record Page<T>(List<T> rows, int number, int pages, int total) {

    public static final int ROWS = Group.ROWS;

    static <T> Page<T> of(List<T> all, int wanted) {
        return of(all.size(), wanted, from -> all.subList(from, Math.min(all.size(), from + ROWS)));
    }

    /** Of a list that is read page by page; {@code from} gives up to {@link #ROWS} rows behind so many others. */
    public static <T> Page<T> of(int total, String wanted, IntFunction<List<T>> from) {
        return of(total, wanted.matches("[1-9]\\d{0,6}") ? Integer.parseInt(wanted) : 1, from);
    }

    private static <T> Page<T> of(int total, int wanted, IntFunction<List<T>> from) {
        int pages = Math.max(1, (total + ROWS - 1) / ROWS);
        int number = Math.min(Math.max(1, wanted), pages);
        return new Page<>(from.apply((number - 1) * ROWS), number, pages, total);
    }
}
