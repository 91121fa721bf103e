package org.waymark.identity.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is wrong in a workbook is named by sheet, row and column. */
class WorkbookFaultsTest {

    private static final Staff TOWN = new Staff(
            Map.of("office", new Staff.Place("office", "综合办", "Office")),
            Map.of("luxi", new Staff.Place("luxi", "芦溪村", "Luxi")),
            Map.of());

    @Test
    void whatIsRightHasNoFault() {
        var staff = new StaffReader(TOWN, roles());
        var read = WorkbookReader.read(Book.empty()
                .unit("land", "自然资源所")
                .village("tangli", "塘里村")
                .person("wang.wu", "王五", "wang@town.example", "自然资源所", "驻村干部、综合办", "芦溪村，塘里村", "2026年12月31日")
                .bytes());
        Staff said = staff.read(read.rows());
        assertThat(read.faults()).isEmpty();
        assertThat(staff.faults()).isEmpty();
        assertThat(said.people().get("wang.wu"))
                .isEqualTo(new Staff.Member(
                        "wang.wu",
                        "王五",
                        "王五",
                        "wang@town.example",
                        "land",
                        new TreeSet<>(List.of("cadres", "office")),
                        new TreeSet<>(List.of("luxi", "tangli")),
                        LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource({"office,luxi", "综合办,芦溪村", "Office,Luxi", "OFFICE,luxi"})
    void aUnitAndAVillageAreKnownByCodeAndByNameInEitherLanguage(String unit, String village) {
        var staff = new StaffReader(TOWN, roles());
        var said = staff.read(WorkbookReader.read(Book.empty()
                        .person("wang", "王五", "w@town.example", unit, "驻村干部", village, "")
                        .bytes())
                .rows());
        assertThat(staff.faults()).isEmpty();
        assertThat(said.people().get("wang").unit()).isEqualTo("office");
        assertThat(said.people().get("wang").villages()).containsExactly("luxi");
    }

    @Test
    void aCodeGoesBeforeAnothersEnglishName() {
        Staff town = new Staff(
                Map.of("land", new Staff.Place("land", "土地办", "Land"), "b", new Staff.Place("b", "外贸办", "land")),
                Map.of(),
                Map.of());
        var said = new StaffReader(town, roles())
                .read(WorkbookReader.read(Book.empty()
                                .person("wang", "王五", "w@town.example", "land", "综合办", "", "")
                                .bytes())
                        .rows());
        assertThat(said.people().get("wang").unit()).isEqualTo("land");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|王五|w@town.example|综合办|综合办|||账号 empty",
                "w|王五|w@town.example|综合办|综合办|||账号 id",
                "Wang|王五|w@town.example|综合办|综合办|||账号 id",
                "王五|王五|w@town.example|综合办|综合办|||账号 id",
                "wang||w@town.example|综合办|综合办|||姓名 empty",
                "wang|王五||综合办|综合办|||邮箱 empty",
                "wang|王五|wang|综合办|综合办|||邮箱 mail",
                "wang|王五|a@b@town.example|综合办|综合办|||邮箱 mail",
                "wang|王五|w@town.example|渔业办|综合办|||单位 unit",
                "wang|王五|w@town.example|综合办||||角色 empty",
                "wang|王五|w@town.example|综合办|镇长|||角色 role",
                "wang|王五|w@town.example|综合办|驻村干部|无名村||所辖村 village",
                "wang|王五|w@town.example|综合办|综合办||2026-02-30|停用日期 day",
                "wang|王五|w@town.example|综合办|综合办||明年|停用日期 day"
            })
    void aCellThatWillNotDoIsNamed(
            String id, String name, String mail, String unit, String role, String villages, String ends, String fault) {
        Book book = Book.empty()
                .person("first", "首行", "first@town.example", "综合办", "综合办", "", "")
                .person(or(id), or(name), or(mail), or(unit), or(role), or(villages), or(ends));
        assertThat(faults(book.bytes())).containsExactly("人员 3 " + fault);
    }

    @Test
    void anAccountThatIsThereTwiceIsNamedWithBothRows() {
        Book book = Book.empty()
                .person("wang", "王五", "w@town.example", "", "综合办", "", "")
                .person("wang", "王六", "v@town.example", "", "综合办", "", "");
        assertThat(faults(book.bytes())).containsExactly("人员 3 账号 double");
        assertThat(sentence(faultsOf(book.bytes()).get(0))).isEqualTo("“wang”与第 2 行重复。请删去一行。");
    }

    @Test
    void aFormulaIsNotRead() {
        Book book = Book.empty().person("wang", "王五", "w@town.example", "", "综合办", "", "");
        book.workbook().getSheet("人员").getRow(1).getCell(3).setCellFormula("A2&\"@town.example\"");
        assertThat(faults(book.bytes())).contains("人员 2 邮箱 formula");
    }

    @Test
    void aNumberIsReadAsItIsShownAndADateAsADay() {
        Book book = Book.empty().person("wang", "", "w@town.example", "", "综合办", "", "");
        var row = book.workbook().getSheet("人员").getRow(1);
        row.getCell(1).setCellValue(42);
        var day = book.workbook().createCellStyle();
        day.setDataFormat((short) 14);
        row.getCell(7).setCellValue(LocalDate.of(2027, 3, 1));
        row.getCell(7).setCellStyle(day);
        var person = WorkbookReader.read(book.bytes()).rows().get(0);
        assertThat(person.of("姓名")).isEqualTo("42");
        assertThat(person.of("停用日期")).isEqualTo("2027-03-01");
    }

    @Test
    void missingSheetsAndColumnsAreNamed() {
        assertThat(faults(
                        Book.empty().change(book -> book.setSheetName(0, "名单")).bytes()))
                .containsExactly("null 0 null sheet");
        assertThat(faults(Book.empty()
                        .change(book -> book.getSheetAt(0).getRow(0).getCell(3).setCellValue("电邮"))
                        .bytes()))
                .containsExactly("人员 1 电邮 heading", "人员 1 邮箱 column");
        assertThat(faults(Book.empty()
                        .change(book ->
                                book.getSheetAt(0).getRow(0).createCell(8).setCellValue("账号"))
                        .bytes()))
                .containsExactly("人员 1 账号 twice");
    }

    @Test
    void moreRowsThanTheLimitAreRefused() {
        Book book = Book.empty();
        IntStream.rangeClosed(1, Sheet.MOST_ROWS + 5)
                .forEach(i -> book.person("p" + i, "人", "p@town.example", "", "综合办", "", ""));
        assertThat(faults(book.bytes())).containsExactly("人员 2002 null rows");
    }

    private static List<String> faults(byte[] file) {
        return faultsOf(file).stream()
                .map(fault -> "%s %d %s %s".formatted(fault.sheet(), fault.row(), fault.column(), fault.key()))
                .toList();
    }

    private static List<Fault> faultsOf(byte[] file) {
        var read = WorkbookReader.read(file);
        var staff = new StaffReader(TOWN, roles());
        staff.read(read.rows());
        return java.util.stream.Stream.concat(read.faults().stream(), staff.faults().stream())
                .toList();
    }

    private static String sentence(Fault fault) {
        return texts().getMessage("people.fault." + fault.key(), fault.details(), Locale.CHINESE);
    }

    private static RoleNames roles() {
        return new RoleNames(texts());
    }

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/identity");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }
}
