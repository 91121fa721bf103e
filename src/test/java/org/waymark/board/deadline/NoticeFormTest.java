package org.waymark.board.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.board.deadline.NoticeForm.DAY_OFF;
import static org.waymark.board.deadline.NoticeForm.FORM;
import static org.waymark.board.deadline.NoticeForm.notice;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;

/** What the form of a notice takes, and what it says of what it does not. */
@WaymarkTest
class NoticeFormTest {

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    private Browser office;

    @BeforeEach
    void theOfficeIsIn() {
        office = desk.signedIn("office");
    }

    @Test
    void withoutThePagesTokenNothingIsTaken() {
        assertThat(office.call("POST", FORM + "?published=2021-06-10&number=a&year=2021&text=b", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(notices()).isZero();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    published | 2021-06-16            | 公布日期“2021-06-16”不对
                    published | 31.5.2021             | 公布日期“31.5.2021”不对
                    published | 0001-01-01            | 公布日期“0001-01-01”不对
                    published | 2020-11-25            | 2020-11-25公布的通知已经录入
                    year      | 21                    | 适用年份“21”不对
                    year      | 3021                  | 适用年份“3021”不对
                    number    | ''                    | 请填写发文字号
                    text      | ''                    | 正文里没有读出放假日期
                    text      | 元旦快乐                  | 正文里没有读出放假日期
                    text      | 补休：6月31日放假，共1天。        | 第1行：日期不对
                    text      | 补休：6月25日放假，共2天。        | 第1行：天数与“共几天”不符
                    text      | 2021-06-25,2021-06-20,off,a | 第1行：起止日期颠倒""")
    void whatWillNotDoIsNamedAndNothingIsTaken(String field, String value, String sentence) {
        refused(field, value, sentence);
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        Map<String, String> odd = notice(DAY_OFF + "\u0001");
        assertThat(office.form(FORM, odd).statusCode()).isEqualTo(400); // by the door, as anywhere
        var file = office.upload(FORM, notice(""), "notice.txt", (DAY_OFF + "\u0001").getBytes(StandardCharsets.UTF_8));
        assertThat(file.statusCode()).isEqualTo(422);
        assertThat(file.body()).contains("正文过长或含有无法保存的字符");
        refused("text", DAY_OFF + "x".repeat(20_001 - DAY_OFF.length()), "正文过长或含有无法保存的字符");
        refused("number", "x".repeat(121), "请填写发文字号");
        assertThat(office.form(FORM, notice(DAY_OFF + "\n" + "x".repeat(19_999 - DAY_OFF.length())))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatWasLeftOutIsAskedFor() {
        var answer = office.form(FORM, Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("公布日期“”不对");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,notice.txt", "GBK,notice.txt", "UTF-8,notice.csv"})
    void aFileIsReadAsOfficesSaveIt(String charset, String name) {
        String text = name.endsWith("csv")
                ? "2021-06-25,2021-06-25,off,补休\r\n"
                : "\uFEFF".substring(charset.equals("GBK") ? 1 : 0) + DAY_OFF;
        var answer = office.upload(FORM, notice(""), name, text.getBytes(Charset.forName(charset)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("发布后的变化").contains("补休").contains("2021-06-25");
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, (byte) 0xFF, 0, 0};
        var answer = office.upload(FORM, notice(""), "notice.txt", picture);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("文件读不出文字");
        byte[] large = "x".repeat(80_001).getBytes(StandardCharsets.UTF_8);
        assertThat(office.upload(FORM, notice(""), "notice.txt", large).body()).contains("文件读不出文字");
    }

    private void refused(String field, String value, String sentence) {
        Map<String, String> fields = notice(DAY_OFF);
        fields.put(field, value);
        var answer = office.form(FORM, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(notices()).isZero();
    }

    private int notices() {
        return db.sql("select count(*) from calendar_notice")
                .query(Integer.class)
                .single();
    }
}
