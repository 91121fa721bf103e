package org.waymark.project.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.waymark.WaymarkTest;

/** The sample portfolio has every project of the town's report, each once, and says what is made up. */
@WaymarkTest
class DemoPortfolioTest {

    /** Counted by hand in the report: where it names two or more in one breath, each is its own. */
    private static final List<String> NAMED = List.of(
            "杭绍台高铁（玉环段）土地移交",
            "安置公墓",
            "高铁站房",
            "高铁站配套道路",
            "漩门湾大桥及接线工程",
            "新城连接线二期",
            "双湫路",
            "金海大道",
            "玉环市数字经济产业园",
            "漩门工业园区",
            "医药包装园区",
            "小微企业园",
            "浙东南智慧物流园",
            "网营物联",
            "网营物联一期",
            "网营物联二期",
            "玉环市大健康招商服务平台",
            "芦浦河系整治工程",
            "水泥厂区块",
            "莲花岙区块",
            "芦浦中心幼儿园分园",
            "大塘小区",
            "芦北新民小区",
            "漩门湾山体公园",
            "劳动公园",
            "百丈岩 AAA 景区",
            "海鲜综合城",
            "一事一议项目（第 1 村）",
            "一事一议项目（第 2 村）",
            "一事一议项目（第 3 村）",
            "一事一议项目（第 4 村）",
            "一事一议项目（第 5 村）",
            "一事一议项目（第 6 村）",
            "国家卫生镇",
            "国家文明镇",
            "省级美丽城镇样板镇",
            "垃圾分类",
            "五水共治",
            "三改一拆");

    @Autowired
    Portfolio portfolio;

    @Autowired
    MessageSource texts;

    private final Reading file = file();
    private final List<Entry> entries = file.entries();

    @Test
    void everyNamedProjectHasARecordOfItsOwn() {
        assertThat(NAMED).hasSize(39).doesNotHaveDuplicates();
        assertThat(entries).extracting(entry -> entry.name("zh")).containsExactlyInAnyOrderElementsOf(NAMED);
    }

    @Test
    void nothingIsWrongWithIt() {
        assertThat(portfolio.preview(file).wrong())
                .extracting(one -> one.sentence(texts, Locale.CHINESE))
                .isEmpty();
    }

    @Test
    void eachKindAndTemplateIsThere() {
        Map<String, Long> templates =
                entries.stream().collect(Collectors.groupingBy(entry -> entry.text("template"), Collectors.counting()));
        assertThat(templates)
                .containsEntry("resettlement-project", 1L)
                .containsEntry("industrial-park", 5L)
                .containsEntry("simple-project", 33L);
        assertThat(entries)
                .filteredOn(entry -> "LP-WANGYING".equals(entry.text("parent")))
                .hasSize(2);
    }

    @Test
    void codesPeopleAndDaysInside2021AreMarkedAsMadeUp() {
        assertThat(entries).allSatisfy(entry -> {
            Set<String> made = madeUp(entry);
            assertThat(made).contains("code", "leader", "unit", "manager", "start");
            entry.cells().forEach((path, cell) -> {
                if (cell.text().matches("2021-\\d\\d-\\d\\d") && !cell.text().equals("2021-06-28")) {
                    assertThat(made).as(entry.code() + " " + path).containsAnyOf(path, path.split("\\.")[0]);
                }
            });
        });
    }

    @Test
    void whatTheReportSaysIsNotMarkedAsMadeUp() {
        assertThat(madeUp(entry("LP-RIVERS"))).doesNotContain("quantities", "stage");
        assertThat(madeUp(entry("LP-XUANMEN-BRIDGE")))
                .doesNotContain("target", "planned", "planned.milestone_handover");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(madeUp(entry)).doesNotContain("kind", "parent", "template", "needs"));
        assertThat(entries)
                .filteredOn(entry -> madeUp(entry).contains("name"))
                .extracting(Entry::code)
                .allMatch(code -> code.startsWith("LP-VILLAGE-"));
    }

    @Test
    void itNamesNoRealPerson() {
        assertThat(entries).extracting(entry -> entry.text("leader")).containsOnly("leader", "leader2");
        assertThat(entries)
                .extracting(entry -> entry.text("manager"))
                .containsOnly("manager", "manager2", "manager3", "manager4");
    }

    @Test
    void onNoOtherDayDoesAnythingDoneLieAhead() {
        LocalDate described = LocalDate.of(2021, 6, 15);
        for (int days = -200; days < 400; days += 13) {
            LocalDate today = described.plusDays(days);
            long weeks = Math.floorDiv(ChronoUnit.DAYS.between(described, today), 7);
            assertThat(entries).allSatisfy(entry -> entry.cells().forEach((path, cell) -> {
                if (path.startsWith("done.")) {
                    assertThat(LocalDate.parse(cell.text()).plusWeeks(weeks)).isBeforeOrEqualTo(today);
                }
            }));
        }
    }

    private static Reading file() {
        try {
            return Reading.of(new ClassPathResource("demo/portfolio.yaml").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(String code) {
        return entries.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> madeUp(Entry entry) {
        return entry.cells().entrySet().stream()
                .filter(cell -> cell.getKey().startsWith("madeUp."))
                .map(cell -> cell.getValue().text())
                .collect(Collectors.toSet());
    }
}
