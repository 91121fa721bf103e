package org.waymark.board;

import java.util.List;

/** Fifty rows of a longer list. Pages are counted from 1; a page that is not there is the nearest one that is. */
record Page<T>(List<T> rows, int number, int pages, int total) {

    static <T> Page<T> of(List<T> all, int wanted) {
        int pages = Math.max(1, (all.size() + Group.ROWS - 1) / Group.ROWS);
        int number = Math.min(Math.max(1, wanted), pages);
        int from = (number - 1) * Group.ROWS;
        return new Page<>(all.subList(from, Math.min(all.size(), from + Group.ROWS)), number, pages, all.size());
    }
}
