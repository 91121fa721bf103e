package org.waymark.identity.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.identity.workbook.Staff.Place;

/** Writes the workbook: how it is filled in, and the people, units and villages there are. Read again it changes nothing. */
@Component
class PeopleBook {

    private static final int CHARACTER = 256;
    private static final List<Integer> WIDTHS = List.of(16, 20, 22, 30, 20, 24, 28, 14);

    private final RoleNames roles;
    private final MessageSource texts;

    PeopleBook(RoleNames roles, MessageSource texts) {
        this.roles = roles;
        this.texts = texts;
    }

    byte[] write(Staff staff) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            CellStyle head = headStyle(workbook);
            var people = sheet(workbook, Sheet.PEOPLE, head);
            var comparison = new Comparison(staff, staff, roles.all());
            staff.people()
                    .values()
                    .forEach(person -> row(
                            people,
                            Stream.concat(Stream.of(person.id()), comparison.cells(person).values().stream())
                                    .toList()));
            places(sheet(workbook, Sheet.UNITS, head), staff.units());
            places(sheet(workbook, Sheet.VILLAGES, head), staff.villages());
            instructions(workbook, head);
            choices(people, 4, "单位!$B$2:$B$" + (Sheet.MOST_ROWS + 1));
            choices(people, 5, "说明!$A$2:$A$" + (roles.all().size() + 1));
            choices(people, 6, "村!$B$2:$B$" + (Sheet.MOST_ROWS + 1));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook could not be written", e);
        }
    }

    private static CellStyle headStyle(XSSFWorkbook workbook) {
        var bold = workbook.createFont();
        bold.setBold(true);
        CellStyle head = workbook.createCellStyle();
        head.setFont(bold);
        return head;
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, Sheet which, CellStyle head) {
        var text = workbook.createCellStyle();
        // so that Excel makes no numbers and dates of what is typed
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        XSSFSheet sheet = workbook.createSheet(which.title());
        row(sheet, which.columns());
        sheet.getRow(0).forEach(cell -> cell.setCellStyle(head));
        for (int i = 0; i < which.columns().size(); i++) {
            sheet.setColumnWidth(i, WIDTHS.get(i) * CHARACTER);
            sheet.setDefaultColumnStyle(i, text);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    private static void places(XSSFSheet sheet, Map<String, Place> places) {
        places.values().forEach(place -> row(sheet, List.of(place.code(), place.nameZh(), place.nameEn())));
    }

    private static void row(XSSFSheet sheet, List<String> cells) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    /** Offered, not enforced: a person may have several. */
    private static void choices(XSSFSheet sheet, int column, String list) {
        var offered = sheet.getDataValidationHelper();
        var choice = offered.createValidation(
                offered.createFormulaListConstraint(list),
                new CellRangeAddressList(1, Sheet.MOST_ROWS, column, column));
        choice.setShowErrorBox(false);
        sheet.addValidationData(choice);
    }

    private void instructions(XSSFWorkbook workbook, CellStyle head) {
        XSSFSheet sheet = workbook.createSheet("说明");
        row(sheet, List.of("角色 Role", "English", "填写说明 How to fill it in"));
        sheet.getRow(0).forEach(cell -> cell.setCellStyle(head));
        List<String> lines = Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .flatMap(language -> Arrays.stream(
                        texts.getMessage("people.book", null, language).split("\\|")))
                .map(String::strip)
                .toList();
        List<String> names = List.copyOf(roles.all().keySet());
        for (int i = 0; i < Math.max(names.size(), lines.size()); i++) {
            String role = i < names.size() ? names.get(i) : null;
            row(
                    sheet,
                    List.of(
                            role == null ? "" : roles.all().get(role),
                            role == null ? "" : texts.getMessage("group." + role, null, Locale.ENGLISH),
                            i < lines.size() ? lines.get(i) : ""));
        }
        sheet.setColumnWidth(0, 18 * CHARACTER);
        sheet.setColumnWidth(1, 22 * CHARACTER);
        sheet.setColumnWidth(2, 110 * CHARACTER);
    }
}
