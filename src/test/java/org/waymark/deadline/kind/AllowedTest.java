package org.waymark.deadline.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.RuleCatalogue;

/** What a kind of rule says to a day, by the catalogue's own rules. */
class AllowedTest {

    private static final String CASE = "P:H-0001:demolition:1";

    private final RuleCatalogue rules = new RuleCatalogue();
    private final WorkCalendar calendar = new WorkCalendar();
    private final Anchored anchored = mock(Anchored.class);
    private final Allowed allowed = new Allowed(anchored, new Deadlines(calendar, rules), calendar);

    @BeforeEach
    void theCatalogueCounts() {
        when(anchored.on(any(), any(), any()))
                .thenAnswer(asked -> rules.inForce(asked.getArgument(2), asked.getArgument(0)));
    }

    /** 行政强制法第五十三条: within three months of the end of the period to sue, which is not counted itself. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            2021-03-01, kind.window.early, false
            2021-03-10, kind.window.early, false
            2021-03-11,                  , false
            2021-06-10,                  , false
            2021-06-11, kind.window.late , true
            """)
    void enforcementIsAppliedForNeitherTooEarlyNorTooLate(LocalDate day, String key, boolean excusable) {
        LocalDate ended = LocalDate.of(2021, 3, 10);
        when(anchored.hasBegun(CASE, "ENF-APPLY")).thenReturn(true);
        when(anchored.inForce(CASE, "ENF-APPLY"))
                .thenReturn(rules.inForce("ENF-APPLY", ended).map(rule -> new Anchored.Period(rule, ended)));
        Optional<Objection> objection = allowed.against(CASE, "ENF-APPLY", day, null);
        assertThat(objection.map(Objection::key)).isEqualTo(Optional.ofNullable(key));
        objection.ifPresent(found -> {
            assertThat(found.excusable()).isEqualTo(excusable);
            assertThat(found.values()).contains(day.toString(), "2021-03-11", "2021-06-10");
        });
    }

    @Test
    void aWindowWhoseEventIsNotRecordedIsNotOpenYet() {
        assertThat(allowed.against(CASE, "ENF-APPLY", LocalDate.of(2021, 4, 1), null)
                        .map(Objection::key))
                .contains("kind.window.early.event");
    }

    /** 行政强制法第四十三条; 9 October 2021 was a Saturday worked in place of the National Day holiday. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            2021-10-01, 2021-10-08
            2021-10-09,
            2021-10-10, 2021-10-11
            """)
    void nothingIsEnforcedOnARestDay(LocalDate day, String next) {
        Optional<Objection> objection = allowed.against(CASE, "ENF-NO-HOLIDAY", day, null);
        assertThat(objection.isPresent()).isEqualTo(next != null);
        objection.ifPresent(found -> assertThat(found.values()).contains(day.toString(), next));
    }

    /** 建设工程安全生产管理条例第十一条: 15 days before; of a rest day the workday before. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            2021-06-15, 2021-06-29, 2021-06-30
            2021-06-15, 2021-06-30,
            2021-09-30, 2021-10-15,
            2021-10-08, 2021-10-18, 2021-10-23
            """)
    void aStartTooSoonAfterTheFilingIsRefused(LocalDate filed, LocalDate start, String first) {
        when(anchored.day(CASE, "demolitionFiled")).thenReturn(Optional.of(filed));
        Optional<Objection> objection = allowed.against(CASE, "DEM-FILING", start, "demolitionFiled");
        assertThat(objection.isPresent()).isEqualTo(first != null);
        objection.ifPresent(found -> assertThat(found.values()).contains(first));
    }

    @Test
    void whatAProjectSwitchedOffRefusesNothing() {
        doReturn(Optional.empty()).when(anchored).on(any(), eq(CASE), eq("DEM-FILING"));
        when(anchored.day(CASE, "demolitionFiled")).thenReturn(Optional.of(LocalDate.of(2021, 6, 15)));
        assertThat(allowed.against(CASE, "DEM-FILING", LocalDate.of(2021, 6, 16), "demolitionFiled"))
                .isEmpty();
    }

    @Test
    void aRuleOfAnotherKindRefusesNoDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> allowed.against(CASE, "PM-GENERAL", LocalDate.of(2021, 6, 15), null));
    }
}
