package org.waymark.identity.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a workbook's rows as text. What cannot be read is named by sheet, row and column. */
class WorkbookReader {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);

    /**
     * Bytes a file may grow to when it is unpacked: three sheets of 2,000 full rows have 4 million, and built in memory the
     * worst there is takes thirty times as many.
     */
    private static final long MOST_UNPACKED = 5_000_000;

    private static final int MOST_PARTS = 200;
    private static final int LONGEST_TEXT = 300;

    private final DataFormatter shown = new DataFormatter(Locale.ROOT);
    private final List<Fault> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private WorkbookReader() {}

    /** All rows that hold anything, and what is wrong with those that cannot be read. */
    record Read(List<Row> rows, List<Fault> faults) {}

    static Read read(byte[] file) {
        var reader = new WorkbookReader();
        try {
            String wrong = wrongWith(file);
            if (wrong != null) {
                return new Read(List.of(), List.of(Fault.ofFile(wrong)));
            }
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                reader.sheets(workbook);
            }
        } catch (IOException | RuntimeException e) {
            // of a file that is not what it seems the library fails wherever it first notices
            LOG.info("A workbook could not be read: {}", e.toString());
            return new Read(List.of(), List.of(Fault.ofFile("broken")));
        }
        return new Read(reader.rows, reader.faults);
    }

    /** Looked at before anything is built of it: a small file may unpack to one that fills all memory. */
    private static String wrongWith(byte[] file) throws IOException {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            return "kind";
        }
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                if (++parts > MOST_PARTS) {
                    return "unpacked";
                }
                for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MOST_UNPACKED) {
                        return "unpacked";
                    }
                }
            }
        } catch (ZipException e) {
            return "broken";
        }
        return parts == 0 ? "broken" : null;
    }

    private void sheets(XSSFWorkbook workbook) {
        for (Sheet sheet : Sheet.values()) {
            XSSFSheet found = workbook.getSheet(sheet.title());
            if (found != null) {
                rows(sheet, found);
            } else if (sheet == Sheet.PEOPLE) {
                faults.add(Fault.ofFile("sheet", sheet.title()));
            }
        }
    }

    private void rows(Sheet sheet, XSSFSheet found) {
        Map<Integer, String> headings = headings(sheet, found);
        if (headings.isEmpty()) {
            return;
        }
        int read = 0;
        for (var line : found) {
            if (line.getRowNum() == 0) {
                continue;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (Cell cell : line) {
                String column = headings.get(cell.getColumnIndex());
                if (column != null) {
                    cells.put(column, text(sheet, column, cell));
                }
            }
            if (cells.values().stream().anyMatch(text -> !text.isEmpty())) {
                rows.add(new Row(sheet, line.getRowNum() + 1, cells));
                if (++read > Sheet.MOST_ROWS) {
                    faults.add(new Fault(sheet.title(), line.getRowNum() + 1, null, "rows", Sheet.MOST_ROWS));
                    return;
                }
            }
        }
    }

    /** Columns by their headings, in any order; empty if one is missing. */
    private Map<Integer, String> headings(Sheet sheet, XSSFSheet found) {
        Map<Integer, String> headings = new LinkedHashMap<>();
        var first = found.getRow(0);
        if (first != null) {
            for (Cell cell : first) {
                String heading = text(sheet, null, cell);
                if (sheet.columns().contains(heading)) {
                    headings.put(cell.getColumnIndex(), heading);
                } else if (!heading.isEmpty()) {
                    faults.add(new Fault(sheet.title(), 1, heading, "heading"));
                }
            }
        }
        for (String column : sheet.columns()) {
            long count = headings.values().stream().filter(column::equals).count();
            if (count != 1) {
                faults.add(new Fault(sheet.title(), 1, column, count == 0 ? "column" : "twice"));
            }
        }
        return headings.values().containsAll(sheet.columns()) ? headings : Map.of();
    }

    private String text(Sheet sheet, String column, Cell cell) {
        int row = cell.getRowIndex() + 1;
        if (cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.ERROR) {
            faults.add(new Fault(sheet.title(), row, column, "formula"));
            return "";
        }
        String text = (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)
                        ? day(cell)
                        : shown.formatCellValue(cell))
                .strip();
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(sheet.title(), row, column, "text", LONGEST_TEXT));
            return "";
        }
        return text;
    }

    private static String day(Cell cell) {
        LocalDate day = cell.getLocalDateTimeCellValue().toLocalDate();
        return day.format(DateTimeFormatter.ISO_LOCAL_DATE);
    }
}
