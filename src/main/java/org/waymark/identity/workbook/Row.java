package org.waymark.identity.workbook;

import java.util.Map;

/**
 * A row as it was written, its cells by their heading; an empty cell is an empty text, a date {@code yyyy-MM-dd}.
 *
 * @param number as Excel counts it
 */
record Row(Sheet sheet, int number, Map<String, String> cells) {

    String of(String column) {
        return cells.getOrDefault(column, "");
    }

    Fault fault(String column, String key, Object... details) {
        return new Fault(sheet.title(), number, column, key, details);
    }
}
