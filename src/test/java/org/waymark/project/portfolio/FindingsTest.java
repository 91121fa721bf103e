package org.waymark.project.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.project.Projects;

/** Whatever is wrong with a portfolio is said with its line and field, all at once, and nothing of it is opened. */
@WaymarkTest
class FindingsTest {

    private static final String HEAD = "projects:\n";

    @Autowired
    Portfolio portfolio;

    @Autowired
    Projects projects;

    @Autowired
    MessageSource texts;

    @Autowired
    JdbcClient db;

    private List<String> said(byte[] file, Locale reader) {
        int before = projects();
        Reading reading = Reading.of(file);
        Preview preview = portfolio.preview(reading);
        assertThatThrownBy(() -> portfolio.open(reading)).isInstanceOf(Portfolio.Wrong.class);
        assertThat(projects()).as("nothing half imported").isEqualTo(before);
        return preview.wrong().stream()
                .map(finding -> finding.sentence(texts, reader))
                .toList();
    }

    private List<String> said(String text) {
        return said(text.getBytes(StandardCharsets.UTF_8), Locale.CHINESE);
    }

    private int projects() {
        return db.sql("select count(*) from project").query(Integer.class).single();
    }

    /** What stands in the good file, what stands there instead, and what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            kind: resettlement | kind: railway | 第 4 行，CODE-1，类别 kind：没有类别“railway”。请从中选用：resettlement 征迁安置、road 道路、bridge 桥梁、station 交通场站、river 河道整治、park 产业园区、redevelopment 低效用地再开发、investment 投资招商、building 公共建筑、housing 安置住房、village 村级项目、campaign 创建与专项行动。
            template: resettlement-project | template: railway | 第 3 行，CODE-1，模板 template：没有模板“railway”。请从中选用
            template: resettlement-project | template: house-appraisal | 第 3 行，CODE-1，模板 template：没有模板“house-appraisal”。请从中选用
            leader: leader | Leader: leader | 第 6 行，CODE-1，Leader：没有这个字段。可用的字段有：code、template、
            leader: leader | leader: | 第 2 行，CODE-1，分管领导 leader：没有填写，此项必填。
            leader: leader | leader: nobody | 第 6 行，CODE-1，分管领导 leader：没有用户“nobody”。请填可担任此职的用户名：leader
            leader: leader | leader: cadre | 第 6 行，CODE-1，分管领导 leader：用户“cadre”不是镇领导。请填：leader
            manager: manager | manager: leader | 第 8 行，CODE-1，项目负责人 manager：用户“leader”没有项目负责人的角色。请填：manager
            unit: hsr | unit: railway | 第 7 行，CODE-1，牵头单位 unit：没有单位“railway”。请从中选用：appraisal
            name: { zh: 一号项目, en: Project one } | name: 一号项目 | 第 5 行，CODE-1，名称 name：写法不对：这里应有下一级字段，或不应有下一级字段。请对照格式说明修改。
            start: 2021-01-04 | start: 2021-02-30 | 第 9 行，CODE-1，开始日期 start：2021-02-30 不是存在的日期。请核对年、月、日。
            start: 2021-01-04 | start: 2021/1/4 | 第 9 行，CODE-1，开始日期 start：“2021/1/4”不是日期。请写成 2021-06-15 的样子。
            start: 2021-01-04 | start: 1021-01-04 | 第 9 行，CODE-1，开始日期 start：1021-01-04 不在 2000 年至 2100 年之间。请核对年份。
            start: 2021-01-04 | | 第 2 行，CODE-1，开始日期 start：没有填写，此项必填。
            target: 2021-12-31 | target: 2020-12-31 | 第 10 行，CODE-1，计划完成日期 target：计划完成日期 2020-12-31 早于开始日期 2021-01-04。请改正其中一个。
            milestone_agency: 2021-07-30 | milestone_agency: 2022-07-30 | 第 20 行，CODE-1，节点计划日期 planned.milestone_agency：节点计划日期 2022-07-30 晚于项目计划完成日期 2021-12-31。请改正其中一个。
            milestone_agency: 2021-07-30 | milestone_agency: 2020-07-30 | 第 20 行，CODE-1，节点计划日期 planned.milestone_agency：节点计划日期 2020-07-30 早于项目开始日期 2021-01-04。请改正其中一个。
            milestone_agency: 2021-07-30 | milestone_bridge: 2021-07-30 | 第 20 行，CODE-1，节点计划日期 planned.milestone_bridge：模板 resettlement-project 没有节点“milestone_bridge”。请从中选用：milestone_scope
            milestone_scope: 2021-02-10 | milestone_scope: 2121-02-10 | 第 18 行，CODE-1，上线前已办节点 done.milestone_scope：2121-02-10 不在 2000 年至 2100 年之间。请核对年份。
            milestone_scope: 2021-02-10 | milestone_scope: 2099-02-10 | 第 18 行，CODE-1，上线前已办节点 done.milestone_scope：2099-02-10 晚于今天（2021-06-15），不能是已办日期。未办的节点请写在 planned 下。
            milestone_scope: 2021-02-10 | milestone_agency: 2021-02-10 | 第 18 行，CODE-1，上线前已办节点 done.milestone_agency：节点 milestone_agency 正是阶段“agency”要开始的节点，不能同时是已办。请改当前阶段，或从 done 中删去它。
            stage: agency | stage: | 第 18 行，CODE-1，上线前已办节点 done：写了上线前已办的节点，却没有写当前阶段 stage。请填当前阶段：scope
            stage: agency | stage: half | 第 16 行，CODE-1，当前阶段 stage：模板中没有阶段“half”。请从中选用：scope
            investment: 1200.5 | investment: -3 | 第 11 行，CODE-1，总投资 investment：-3 是负数。请填 0 或正数。
            investment: 1200.5 | investment: 1,200万元 | 第 11 行，CODE-1，总投资 investment：“1,200万元”不是数字。请只写数字，小数点用“.”，不写单位和逗号。
            investment: 1200.5 | investment: 1.23456 | 第 11 行，CODE-1，总投资 investment：1.23456 太大或小数位太多。请填不超过 12 位整数、4 位小数的数，金额单位为万元。
            2021: { investment: 800 | 21: { investment: 800 | 第 13 行，CODE-1，年度计划 years.21：“21”不是年份。请写 2000 至 2100 之间的四位年份。
            unit: 亩, planned: 100 | unit: 亩 | 第 15 行，CODE-1，数量指标 quantities.land.planned：没有填写，此项必填。
            madeUp: [code, start] | madeUp: [code, sttart] | 第 21 行，CODE-1，虚构字段 madeUp.2：“sttart”不是可标为虚构的字段名。请改成上面用到的字段名。
            madeUp: [code, start] | madeUp: [code, parent] | 第 21 行，CODE-1，虚构字段 madeUp.2：“parent”标为虚构，但没有填写这个字段。请填写，或从 madeUp 中删去它。
            code: CODE-1 | code: code 1 | 第 2 行，code 1，项目编号 code：“code 1”不能作编号。请用 2 至 40 个大写字母、数字或短横线，以字母或数字开头。
            code: CODE-2 | code: CODE-1 | 第 22 行，CODE-1，项目编号 code：编号 CODE-1 已在第 2 行用过。每个项目的编号只能用一次，请改一个。
            kind: resettlement | !!javax.script.ScriptEngineManager kind: resettlement | 第 4 行
            kind: resettlement | kind: !!javax.script.ScriptEngineManager [x] | 第 4 行，CODE-1，类别 kind：不接受类型标记 tag:yaml.org,2002:javax.script.ScriptEngineManager。请去掉它，只写值。
            unit: hsr | leader: leader | 第 7 行，CODE-1，分管领导 leader：同一字段已在第 6 行写过。请只保留一处。
            parent: CODE-1 | parent: CODE-3 | 第 31 行，CODE-2，所属项目 parent：没有项目 CODE-3，文件里也没有。请改成已有项目的编号，或把它也写进文件。
            parent: CODE-1 | parent: CODE-2 | 第 31 行，CODE-2，所属项目 parent：所属项目绕成了圈：CODE-2 → CODE-2。请去掉其中一个。
            project: CODE-1 | project: CODE-3 | 第 33 行，CODE-2，前置条件 needs.1.project：没有项目 CODE-3，文件里也没有。请改成已有项目的编号，或把它也写进文件。
            project: CODE-1 | project: CODE-2 | 第 33 行，CODE-2，前置条件 needs.1.project：项目不能以自己为前置条件。请改成另一个项目的编号。
            quantity: land | quantity: graves | 第 33 行，CODE-2，前置条件 needs.1.quantity：项目 CODE-1 没有数量指标“graves”。它有：land。请从中选用。
            quantity: land, atLeast: 50 | reached: milestone_x | 第 33 行，CODE-2，前置条件 needs.1.reached：模板 resettlement-project 没有节点“milestone_x”。请从中选用
            quantity: land, atLeast: 50 | reached: milestone_plan | 第 33 行，CODE-2，前置条件 needs.1.reached：项目 CODE-1 从更后的阶段开始，节点 milestone_plan 不会再办
            quantity: land, atLeast: 50 | quantity: land | 第 33 行，CODE-2，前置条件 needs.1：请写其中一种：reached（对方须完成的节点），或 quantity 和 atLeast（对方须达到的数量）。
            """)
    void sayLineProjectAndFieldInChinese(String good, String bad, String sentence) {
        String text = TestFile.TEXT.replaceFirst(
                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad == null ? "" : bad));
        assertThat(said(text)).anySatisfy(one -> assertThat(one).startsWith(sentence));
    }

    @Test
    void areSaidInEnglishToo() {
        String text =
                TestFile.TEXT.replace("start: 2021-01-04", "start: 2021-02-30").replace("unit: hsr", "unit: xyz");
        assertThat(said(text.getBytes(StandardCharsets.UTF_8), Locale.ENGLISH))
                .contains("line 9, CODE-1, Start (start): There is no day 2021-02-30. Check year, month and day.")
                .anySatisfy(one -> assertThat(one)
                        .startsWith("line 7, CODE-1, Lead unit (unit): There is no unit “xyz”. Choose one of: "));
    }

    @Test
    void comeAllAtOnceAndInTheOrderOfTheFile() {
        String text = TestFile.TEXT
                .replace("2021-12-31", "2021-13-31")
                .replace("leader: leader", "leader: nobody")
                .replace("milestone_scope, project", "milestone_none, project");
        assertThat(said(text))
                .extracting(one -> one.split("：")[0])
                .containsExactly(
                        "第 6 行，CODE-1，分管领导 leader",
                        "第 10 行，CODE-1，计划完成日期 target",
                        "第 26 行，CODE-2，分管领导 leader",
                        "第 33 行，CODE-2，前置条件 needs.1.milestone");
    }

    @Test
    void areNotMoreThanAHundredAndTheRestIsCounted() {
        String text = HEAD
                + IntStream.range(0, 60)
                        .mapToObj(n -> "  - { code: X-" + n + " }\n")
                        .collect(Collectors.joining());
        Preview preview = portfolio.preview(TestFile.reading(text));
        assertThat(preview.wrong()).hasSize(Preview.MOST);
        assertThat(preview.more()).isEqualTo(60 * 9 - Preview.MOST);
    }

    @Test
    void parentsAndNeedsMustNotGoRound() {
        String circle = TestFile.TEXT
                .replace("stage: agency", "parent: CODE-2")
                .replace("    done:\n      milestone_scope: 2021-02-10\n", "")
                .replace(
                        "madeUp: [code, start]",
                        "needs:\n      - { milestone: milestone_scope, project: CODE-2, reached: milestone_scope }");
        assertThat(said(circle))
                .contains(
                        "第 16 行，CODE-1，所属项目 parent：所属项目绕成了圈：CODE-1 → CODE-2 → CODE-1。请去掉其中一个。",
                        "第 20 行，CODE-1，前置条件 needs.1.project：CODE-1 等 CODE-2，CODE-2 又（直接或间接）等 CODE-1，谁也不能开始。请去掉其中一个前置条件。");
    }

    @Test
    void whatHasEndedIsNoParentAndNothingWaitsForIt() {
        projects.open(Walk.project("FINDEND"));
        projects.cancel("FINDEND", "规划调整");
        assertThat(said(TestFile.TEXT
                        .replace("parent: CODE-1", "parent: FINDEND")
                        .replace("project: CODE-1", "project: FINDEND")))
                .hasSize(2)
                .satisfies(said -> assertThat(said.get(0)).contains("parent：项目 FINDEND 已取消或已结案，不能再有分期"))
                .satisfies(said -> assertThat(said.get(1)).contains("needs.1.project：项目 FINDEND 已取消或已结案，不能作前置条件"));
    }

    @Test
    void twoProjectsMayWaitForEachOtherAtDifferentTimes() {
        String late = TestFile.TEXT
                .replace(
                        "stage: agency\n    done:\n      milestone_scope: 2021-02-10\n",
                        "needs:\n      - { milestone: milestone_archive, project: CODE-2, reached: milestone_scope }\n")
                .replace("quantity: land, atLeast: 50", "reached: milestone_scope");
        assertThat(portfolio.preview(TestFile.reading(late)).wrong()).isEmpty();
    }

    @Test
    void moreThanFiveHundredProjectsAreRefusedBeforeAnythingIsLookedAt() {
        String many = HEAD
                + IntStream.range(0, 10_000)
                        .mapToObj(n -> "  - { code: N-" + n + " }\n")
                        .collect(Collectors.joining());
        assertThat(said(many)).containsExactly("文件中有 10000 个项目，一次最多导入 500 个。请分成几个文件；没有导入任何项目。");
    }

    static Stream<Object[]> unreadable() {
        byte[] gbk = TestFile.TEXT.getBytes(Charset.forName("GBK"));
        byte[] zip = new byte[] {'P', 'K', 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0};
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        return Stream.of(
                new Object[] {gbk, "文件的编码像是 GBK（GB18030），不是 UTF-8。请另存为 UTF-8 编码后重新上传。"},
                new Object[] {
                    TestFile.TEXT.getBytes(StandardCharsets.UTF_16),
                    "文件的编码是 UTF-16（记事本的“Unicode”），不是 UTF-8。请另存为 UTF-8 编码后重新上传。"
                },
                new Object[] {
                    TestFile.TEXT.getBytes(StandardCharsets.UTF_16LE),
                    "文件的编码是 UTF-16（记事本的“Unicode”），不是 UTF-8。请另存为 UTF-8 编码后重新上传。"
                },
                new Object[] {zip, "文件不是 UTF-8 文本，或含有看不见的控制字符。请上传按格式说明写的 YAML 文本文件，不是 Excel 或 Word 文件。"},
                new Object[] {
                    utf8("projects:\n  - code: \u0000A"),
                    "文件不是 UTF-8 文本，或含有看不见的控制字符。请上传按格式说明写的 YAML 文本文件，不是 Excel 或 Word 文件。"
                },
                new Object[] {utf8(""), "文件是空的。请按格式说明写好项目后重新上传。"},
                new Object[] {utf8("# nothing\n"), "文件是空的。请按格式说明写好项目后重新上传。"},
                new Object[] {utf8("projects: []"), "第 1 行：projects: 下面没有项目。请至少写一个项目。"},
                new Object[] {utf8("a,b\n1,2\n"), "第 1 行：文件须以 projects: 开头，下面每个项目以“- code:”起头，此外没有别的内容。请按格式说明修改。"},
                new Object[] {utf8("projects:\n  - just text\n"), "第 2 行：这里应是一个项目，写成“字段: 值”的若干行。请按格式说明修改。"},
                new Object[] {utf8("projects:\n  - code: A\n   kind: x\n"), "第 3 行：不是有效的 YAML。请检查这一行及上一行的缩进、冒号后的空格和引号。"
                },
                new Object[] {utf8("projects: [" + "[".repeat(5000)), "文件嵌套太深，或用 & 和 * 重复引用了整段内容。请把每个项目完整写出。"},
                new Object[] {utf8(bomb.toString()), "文件嵌套太深，或用 & 和 * 重复引用了整段内容。请把每个项目完整写出。"},
                new Object[] {utf8(HEAD + "#".repeat(5 << 20)), "文件超过 4 MB。一次最多导入 500 个项目，请分成几个文件；没有导入任何项目。"});
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aFileThatIsNoPortfolioIsSaidToBeSo(byte[] file, String sentence) {
        assertThat(said(file, Locale.CHINESE)).containsExactly(sentence);
    }

    @Test
    void theMarkOfUtf8IsAccepted() {
        assertThat(portfolio.preview(TestFile.reading("\uFEFF" + TestFile.TEXT)).wrong())
                .isEmpty();
    }
}
