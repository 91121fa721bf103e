package org.waymark.board.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.progress.Matter;
import org.waymark.progress.MonthDesk;
import org.waymark.progress.Report.State;

/** The month's sheet as a workbook, read back. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=monthlyform"})
class MonthWorkbookTest {

    private static int count;

    @Autowired
    MonthDesk desk;

    @Autowired
    Desk http;

    @Autowired
    JdbcClient db;

    private final int number = ++count;
    private final String unit = "book" + number;
    private final String road = "WB-ROAD-" + number;
    private final String river = "WB-RIVER-" + number;

    @BeforeEach
    void oneHasReportedAndOneHasNot() {
        desk.project(road, "manager", unit, LocalDate.of(2020, 1, 6));
        desk.project(river, "cadre", unit, LocalDate.of(2021, 1, 4));
        desk.plan(road, 2021, "1000");
        db.sql("update project set investment = 5000 where code = ?")
                .params(road)
                .update();
        desk.reported(road, "2020-12", "900", "900", "5");
        desk.reported(road, "2021-04", "100", "80", "20");
        desk.reported(
                road,
                "2021-05",
                "250.5",
                "200",
                "32.5",
                new Matter(road, 1, "管线迁改", "供电公司", "city", LocalDate.of(2021, 6, 10), false));
        desk.asked(river, "2021-05", State.MISSED);
    }

    @Test
    void everyProjectHasALineAndWhatIsNotKnownIsEmpty() throws IOException {
        XSSFSheet sheet = sheet(http.signedIn("leader"), "2021-05");
        assertThat(cells(sheet.getRow(0)).get(0)).isEqualTo("2021 年 5 月重点项目月报表");
        assertThat(cells(line(sheet, road)).subList(3, 16))
                .containsExactly(
                        "已报\n示例（虚构）",
                        "250.50",
                        "350.50",
                        "1,000.00",
                        "35.1",
                        "1,250.50",
                        "5,000.00",
                        "200.00",
                        "280.00",
                        "32.5",
                        "路基施工",
                        "雨天停工",
                        "管线迁改（供电公司，市级（玉环），2021-06-10，未解决）");
        assertThat(cells(line(sheet, river)).subList(3, 16))
                .containsExactly("漏报", "", "", "", "", "", "", "", "", "", "", "", "");
        assertThat(cells(sheet.getRow(sheet.getLastRowNum())).subList(1, 8))
                .containsExactly("合计", "", "", "250.50", "350.50", "1,000.00", "35.1");
    }

    @Test
    void itPrintsOnePageWideAcrossWithItsHeadOnEveryPage() throws IOException {
        XSSFSheet sheet = sheet(http.signedIn("leader", "en"), "2021-05");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
        assertThat(sheet.getWorkbook().getPrintArea(0)).endsWith("$A$1:$P$6");
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(String.join(" ", cells(sheet.getRow(2))))
                .contains("Recognised this month", "To be coordinated")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void readersGetWhatTheySeeOnThePage() throws IOException {
        assertThat(http.signedIn("appraiser")
                        .page("/progress/sheet.xlsx?month=2021-05")
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.signedIn("leader")
                        .page("/progress/sheet.xlsx?month=1999-05")
                        .statusCode())
                .isEqualTo(404);
        XSSFSheet managers = sheet(http.signedIn("manager"), "2021-05");
        assertThat(managers.getLastRowNum()).as("head, one line and the sum").isEqualTo(4);
    }

    private XSSFSheet sheet(Browser reader, String month) throws IOException {
        byte[] file = reader.bytes("/progress/sheet.xlsx?month=" + month + "&unit=" + unit);
        return new XSSFWorkbook(new ByteArrayInputStream(file)).getSheetAt(0);
    }

    private static XSSFRow line(XSSFSheet sheet, String project) {
        return (XSSFRow) StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> row.getCell(1) != null
                        && row.getCell(1).getStringCellValue().contains(project))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(XSSFRow row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map((Cell cell) -> new DataFormatter().formatCellValue(cell))
                .toList();
    }
}
