package org.waymark.board.progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.board.Names;
import org.waymark.progress.Matter;
import org.waymark.progress.MonthSheet;
import org.waymark.progress.MonthSheet.Line;

/**
 * Writes a month's sheet (月报表) as a workbook in the reader's language: a line a project, money in 10,000 yuan as
 * numbers, what is not known left empty; A4 across, one page wide, the head on every page.
 */
@Component
class MonthWorkbook {

    private static final int CHARACTER = 256;
    private static final int HEAD = 2;
    private static final List<String> COLUMNS = List.of(
            "number",
            "project",
            "unit",
            "state",
            "invested",
            "year",
            "plan",
            "rate",
            "total",
            "investment",
            "recognised",
            "yearRecognised",
            "percent",
            "scene",
            "problems",
            "matters");
    private static final List<Integer> WIDTHS = List.of(5, 26, 13, 10, 10, 11, 11, 8, 11, 12, 10, 11, 8, 26, 24, 34);

    private final Names names;
    private final MessageSource texts;

    MonthWorkbook(Names names, MessageSource texts) {
        this.names = names;
        this.texts = texts;
    }

    byte[] write(MonthSheet month, LocalDate today) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var looks = new SheetLooks(workbook);
            var units = names.units();
            var people = names.people();
            String title = say(
                    "progress.book.title",
                    month.month().getYear(),
                    month.month().getMonthValue());
            XSSFSheet sheet = workbook.createSheet(month.month().toString());
            text(sheet.createRow(0), 0, title, looks.title());
            text(sheet.createRow(1), 0, note(month, today), looks.note());
            XSSFRow head = sheet.createRow(HEAD);
            for (int column = 0; column < COLUMNS.size(); column++) {
                text(head, column, say("progress.book." + COLUMNS.get(column)), looks.head());
                sheet.setColumnWidth(column, WIDTHS.get(column) * CHARACTER);
            }
            Map<String, List<Matter>> matters =
                    month.matters().stream().collect(Collectors.groupingBy(Matter::project));
            for (Line line : month.lines()) {
                XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
                number(row, 0, BigDecimal.valueOf(row.getRowNum() - HEAD), looks.whole());
                line(row, line, matters.getOrDefault(line.project().code(), List.of()), units, people, looks);
            }
            sum(sheet.createRow(sheet.getLastRowNum() + 1), month, looks);
            print(workbook, sheet);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook could not be written", e);
        }
    }

    private String note(MonthSheet month, LocalDate today) {
        boolean madeUp = month.lines().stream()
                .anyMatch(line -> line.figures() != null && line.figures().madeUp());
        return Stream.of(
                        say("progress.book.note", today),
                        month.locked() ? say("progress.state.locked") : null,
                        madeUp ? say("progress.book.madeup") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("  "));
    }

    private void line(
            XSSFRow row,
            Line line,
            List<Matter> matters,
            Map<String, String> units,
            Map<String, String> people,
            SheetLooks looks) {
        var figures = line.figures();
        String unit = line.project().unit() == null
                ? null
                : units.getOrDefault(line.project().unit(), line.project().unit());
        String status = say("progress.status." + line.status());
        text(row, 1, line.project().name(names.lang()), looks.text());
        text(row, 2, lines(unit, people.get(line.project().manager())), looks.text());
        text(
                row,
                3,
                figures != null && figures.madeUp() ? lines(status, say("progress.madeup")) : status,
                looks.text());
        number(row, 4, figures == null ? null : figures.invested(), looks.money());
        number(row, 5, line.yearInvested(), looks.money());
        number(row, 6, line.plan(), looks.money());
        number(row, 7, line.rate(), looks.share());
        number(row, 8, line.totalInvested(), looks.money());
        number(row, 9, line.project().investment(), looks.money());
        number(row, 10, figures == null ? null : figures.recognised(), looks.money());
        number(row, 11, line.yearRecognised(), looks.money());
        number(row, 12, figures == null ? null : figures.percent(), looks.share());
        text(row, 13, figures == null ? null : figures.scene(), looks.text());
        text(row, 14, figures == null ? null : figures.problems(), looks.text());
        text(row, 15, matters.stream().map(this::matter).collect(Collectors.joining("\n")), looks.text());
    }

    private String matter(Matter one) {
        return say(
                "progress.book.matter",
                one.matter(),
                one.unit(),
                say("progress.level." + one.level()),
                one.limitOn(),
                say(one.solved() ? "progress.matter.solved" : "progress.matter.open"));
    }

    /** Only of those who have reported, as on the page. */
    private void sum(XSSFRow row, MonthSheet month, SheetLooks looks) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            text(row, column, column == 1 ? say("progress.total") : null, looks.text());
        }
        if (!month.nothing()) {
            number(row, 4, month.invested(), looks.money());
            number(row, 5, month.yearInvested(), looks.money());
            number(row, 6, month.plan(), looks.money());
            number(row, 7, month.rate(), looks.share());
            number(row, 10, month.recognised(), looks.money());
            number(row, 11, month.yearRecognised(), looks.money());
        }
    }

    private void print(XSSFWorkbook workbook, XSSFSheet sheet) {
        int last = COLUMNS.size() - 1;
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
        sheet.createFreezePane(2, HEAD + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD, -1, -1));
        workbook.setPrintArea(0, 0, last, 0, sheet.getLastRowNum());
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("&P / &N");
    }

    private static void text(XSSFRow row, int column, String text, CellStyle look) {
        var cell = row.createCell(column);
        cell.setCellStyle(look);
        if (text != null && !text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private static void number(XSSFRow row, int column, BigDecimal number, CellStyle look) {
        var cell = row.createCell(column);
        cell.setCellStyle(look);
        if (number != null) {
            cell.setCellValue(number.doubleValue());
        }
    }

    private static String lines(String... some) {
        return Stream.of(some).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
