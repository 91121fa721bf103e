package org.waymark.deadline.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.WaymarkTest;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Rule.Parameter;
import org.waymark.deadline.Unit;

/** A project settles what the law leaves open, within limits; what the law fixes nobody settles. */
@WaymarkTest
class SettlingTest {

    private static final LocalDate NOTICE = LocalDate.of(2021, 6, 1);

    @Autowired
    Settling settling;

    @Autowired
    Settled settled;

    @Autowired
    Anchored anchored;

    @Autowired
    Anchors anchors;

    private final String project = "SETTLE-" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LR-PLAN-NOTICE  | N     | 40      | parameter.law    | 土地管理法（2019）第四十七条
            GR-NOTICE       | UNIT  | WD      | parameter.law    | 迁坟公告惯例
            DEM-FILED       | OFF   | no      | parameter.law    | 建设工程安全生产管理条例第十一条
            HA-REVIEW-REQ   | N     | 9       | parameter.least  | 第十九条
            GR-SECOND       | N     | 29      | parameter.least  | 无主坟二次公告
            HA-REVIEW-DO    | N     | 11      | parameter.most   | 国有土地上房屋征收评估办法第二十一条
            GR-NOTICE       | N     | 0       | parameter.number | 0
            GR-NOTICE       | N     | 366     | parameter.number | 366
            GR-NOTICE       | N     | 三十     | parameter.number | 三十
            GR-NOTICE       | N     | 1e2     | parameter.number | 1e2
            HA-AGENCY-AGREE | UNIT  | M       | parameter.unit   | M
            DEM-FILING      | OFF   | maybe   | parameter.off    | maybe
            TIER-SIGN       | TIERS | 7,3     | parameter.tiers  | 7,3
            TIER-SIGN       | TIERS | 3,3     | parameter.tiers  | 3,3
            TIER-SIGN       | TIERS | 3,x,7   | parameter.tiers  | x
            TIER-SIGN       | TIERS | 1,2,3,4,5,6,7 | parameter.tiers | 365
            """)
    void whatIsOutOfItsLimitsIsRefused(String rule, Parameter parameter, String typed, String key, String names) {
        WrongSetting wrong = refused(rule, parameter, "", typed, null, "方案", "芦政〔2021〕1号");
        assertThat(wrong.getCodes()).containsExactly(key);
        assertThat(wrong.getArguments())
                .anySatisfy(value -> assertThat(value.toString()).contains(names));
        assertThat(settled.history(project)).isEmpty();
    }

    @Test
    void withoutReasonOrDocumentNothingIsSettled() {
        assertThat(refused("GR-NOTICE", Parameter.N, "", "40", null, " ", "1号").getCodes())
                .containsExactly("life.reason");
        assertThat(refused("GR-NOTICE", Parameter.N, "", "40", null, "公告", "").getCodes())
                .containsExactly("life.document");
        assertThat(refused("GR-NOTICE", Parameter.N, "1标", "40", null, "公告", "1号")
                        .getCodes())
                .containsExactly("parameter.section");
        assertThat(refused("TIER-SIGN", Parameter.TIERS, "", "3,7", null, "方案", "1号")
                        .getCodes())
                .containsExactly("parameter.from");
        assertThat(refused("GR-NOTICE", Parameter.N, "", "40", NOTICE, "公告", "1号")
                        .getCodes())
                .containsExactly("parameter.fromOther");
        assertThat(settled.history(project)).isEmpty();
    }

    @Test
    void theNewestCountsForThisProjectAndAllItsCasesAlone() {
        anchors.record(project, "graveNoticePublished", NOTICE, null, "office");
        settle("GR-NOTICE", Parameter.N, "", "60");
        settle("GR-NOTICE", Parameter.N, "", "20");
        assertThat(inForce(project, "GR-NOTICE").n()).isEqualTo(20);
        assertThat(inForce(project + ":G-0001:graves:1", "GR-NOTICE").n()).isEqualTo(20);
        assertThat(settled.history(project)).extracting(Setting::setting).containsExactly("60", "20");
        anchors.record(project + "X", "graveNoticePublished", NOTICE, null, "office");
        assertThat(inForce(project + "X", "GR-NOTICE").n()).isEqualTo(30);
    }

    @Test
    void theSameAgainIsSaidToChangeNothing() {
        settle("GR-NOTICE", Parameter.N, "", "60");
        assertThat(refused("GR-NOTICE", Parameter.N, "", "60", null, "公告", "1号").getCodes())
                .containsExactly("parameter.same");
    }

    @Test
    void countedInWorkdaysAPeriodIsNotRolledAnyMore() {
        anchors.record(project, "decisionAnnounced", NOTICE, null, "office");
        settle("HA-AGENCY-AGREE", Parameter.UNIT, "", "wd");
        Rule own = inForce(project, "HA-AGENCY-AGREE");
        assertThat(own.unit()).isEqualTo(Unit.WD);
        assertThat(own.roll()).isEqualTo(org.waymark.deadline.Roll.NONE);
        assertThat(own.n()).isEqualTo(10);
    }

    @Test
    void aRuleThatDoesNotApplyHasNoVersionThere() {
        settle("DEM-FILING", Parameter.OFF, "", "no");
        assertThat(anchored.on(NOTICE, project, "DEM-FILING")).isEmpty();
        settle("DEM-FILING", Parameter.OFF, "", "yes");
        assertThat(anchored.on(NOTICE, project, "DEM-FILING")).isPresent();
    }

    @Test
    void tiersComeWithTheDayTheyRunFrom() {
        settling.settle(project, "TIER-SIGN", Parameter.TIERS, "", "3，7、15", NOTICE, "方案", "1号", "office");
        assertThat(settled.tiers(project, "TIER-SIGN")).containsExactly(3, 7, 15);
        assertThat(anchors.latest(project, "signingStarted")).contains(NOTICE);
        settling.settle(project, "TIER-SIGN", Parameter.TIERS, "", "3,7,15", NOTICE.plusDays(1), "方案", "1号", "office");
        assertThat(anchors.latest(project, "signingStarted")).contains(NOTICE.plusDays(1));
        assertThat(settled.history(project)).hasSize(1);
    }

    private Rule inForce(String key, String rule) {
        return anchored.inForce(key, rule).orElseThrow().rule();
    }

    private void settle(String rule, Parameter parameter, String section, String typed) {
        settling.settle(project, rule, parameter, section, typed, null, "公告载明", "芦政〔2021〕1号", "office");
    }

    private WrongSetting refused(
            String rule,
            Parameter parameter,
            String section,
            String typed,
            LocalDate from,
            String reason,
            String document) {
        return catchThrowableOfType(
                WrongSetting.class,
                () -> settling.settle(project, rule, parameter, section, typed, from, reason, document, "office"));
    }
}
