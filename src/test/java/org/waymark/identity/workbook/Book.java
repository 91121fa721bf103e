package org.waymark.identity.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of people as somebody at Excel makes it. */
final class Book {

    private static final List<String> COLUMNS = List.of("账号", "姓名", "英文名", "邮箱", "单位", "角色", "所辖村", "停用日期");

    private final XSSFWorkbook workbook;

    private Book(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static Book empty() {
        Book book = new Book(new XSSFWorkbook());
        return book.row("人员", COLUMNS.toArray(String[]::new));
    }

    /** Somebody with this user name, and a unit and a village of his own. */
    static Book of(String id) {
        return empty().unit("u" + id, "单位" + id)
                .village("v" + id, "村" + id)
                .person(id, "王五", id + "@town.example", "单位" + id, "驻村干部、综合办", "村" + id, "");
    }

    static Book of(byte[] file) {
        try {
            return new Book(new XSSFWorkbook(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Book row(String sheet, String... cells) {
        var found = workbook.getSheet(sheet) == null ? workbook.createSheet(sheet) : workbook.getSheet(sheet);
        var row = found.createRow(found.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return this;
    }

    Book person(String id, String name, String mail, String unit, String role, String villages, String ends) {
        return row("人员", id, name, "", mail, unit, role, villages, ends);
    }

    Book unit(String code, String name) {
        return place("单位", code, name);
    }

    Book village(String code, String name) {
        return place("村", code, name);
    }

    private Book place(String sheet, String code, String name) {
        if (workbook.getSheet(sheet) == null) {
            row(sheet, "编号", "名称", "英文名");
        }
        return row(sheet, code, name, "");
    }

    Book change(Consumer<XSSFWorkbook> how) {
        how.accept(workbook);
        return this;
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
