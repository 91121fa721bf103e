package org.waymark.identity.workbook;

import java.util.Objects;

/**
 * What is wrong in a workbook, and where.
 *
 * @param sheet as it is named in the workbook, null if it is about the whole file
 * @param row as Excel counts them, 0 if it is about the whole sheet
 * @param column its heading, null if it is about the whole row
 * @param key of the sentence, without {@code people.fault.}
 * @param details what the sentence names
 */
record Fault(String sheet, int row, String column, String key, Object... details) {

    static Fault ofFile(String key, Object... details) {
        return new Fault(null, 0, null, key, details);
    }

    boolean isAt(Fault other) {
        return Objects.equals(sheet, other.sheet) && row == other.row && Objects.equals(column, other.column);
    }
}
