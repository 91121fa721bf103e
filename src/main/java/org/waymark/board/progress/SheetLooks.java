package org.waymark.board.progress;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a sheet for print look. */
record SheetLooks(
        CellStyle title,
        CellStyle note,
        CellStyle head,
        CellStyle text,
        CellStyle whole,
        CellStyle money,
        CellStyle share) {

    private static final short TITLE = 18;
    private static final short BODY = 10;

    SheetLooks(XSSFWorkbook workbook) {
        this(
                plain(workbook, TITLE, true, HorizontalAlignment.CENTER),
                plain(workbook, BODY, false, HorizontalAlignment.LEFT),
                head(workbook),
                framed(workbook, HorizontalAlignment.LEFT, "General"),
                framed(workbook, HorizontalAlignment.CENTER, "0"),
                framed(workbook, HorizontalAlignment.RIGHT, "#,##0.00"),
                framed(workbook, HorizontalAlignment.RIGHT, "0.0"));
    }

    private static XSSFCellStyle plain(XSSFWorkbook workbook, short points, boolean bold, HorizontalAlignment where) {
        var font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints(points);
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(where);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static XSSFCellStyle head(XSSFWorkbook workbook) {
        XSSFCellStyle style = plain(workbook, BODY, true, HorizontalAlignment.CENTER);
        frame(style);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static XSSFCellStyle framed(XSSFWorkbook workbook, HorizontalAlignment where, String format) {
        XSSFCellStyle style = plain(workbook, BODY, false, where);
        frame(style);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static void frame(XSSFCellStyle style) {
        style.setWrapText(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
