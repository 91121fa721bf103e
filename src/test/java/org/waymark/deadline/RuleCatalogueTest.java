package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

class RuleCatalogueTest {

    private final RuleCatalogue rules = new RuleCatalogue();
    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), rules);

    @Test
    void anAnnouncementAnchoredBeforeTheNewRegulationHasNoLimitThenInForce() {
        var june = LocalDate.parse("2021-06-15");
        assertThat(deadlines.compute("LR-ANNOUNCE", june, CalendarVersion.CURRENT))
                .isEqualTo(new NoLimit("LR-ANNOUNCE", june));
    }

    @Test
    void anAnnouncementAnchoredAfterwardsHasFifteenWorkdays() {
        var outcome = deadlines.compute("LR-ANNOUNCE", LocalDate.parse("2021-10-11"), CalendarVersion.CURRENT);
        assertThat(outcome).isInstanceOfSatisfying(Computed.class, computed -> {
            assertThat(computed.unit()).isEqualTo(Unit.WD);
            assertThat(computed.n()).isEqualTo(15);
            assertThat(computed.due()).isEqualTo("2021-11-01");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "LR-ANNOUNCE,2021-08-31,false", "LR-ANNOUNCE,2021-09-01,true",
        "LR-PAY,2021-08-31,true", "LR-PAY,2021-10-31,false",
        "LR-PAY,2021-11-01,true", "LR-PLAN-NOTICE,2021-06-15,true",
    })
    void aVersionIsInForceFromItsFirstToItsLastDay(String code, LocalDate anchor, boolean inForce) {
        assertThat(rules.inForce(code, anchor).isPresent()).isEqualTo(inForce);
    }

    @Test
    void reconsiderationShowsTheArticleInForceOnTheDay() {
        assertThat(authority("2021-06-15")).contains("1999");
        assertThat(authority("2024-01-01")).contains("2023");
    }

    @ParameterizedTest
    @CsvSource({
        "HA-PRELIM-POST,postingStarted,MIN,OURS", "HA-REVIEW-REQ,reportServed,MAX,THEIRS",
        "HA-REVIEW-DO,reviewRequested,MAX,OURS", "HA-EXPERT-REQ,reviewServed,MAX,THEIRS",
        "HA-EXPERT-DO,expertRequested,MAX,OURS", "HA-AGENCY-AGREE,decisionAnnounced,MAX,THEIRS",
    })
    void theDiagramsFindTheirRulesByTheseEventsInJune2021(String code, String event, Kind kind, Holder holder) {
        Rule rule = rules.inForce(code, LocalDate.parse("2021-06-15")).orElseThrow();
        assertThat(rule.anchor()).isEqualTo(event);
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(rule.holder()).isEqualTo(holder);
    }

    @Test
    void versionsOfARuleNeverOverlap() {
        for (Rule one : rules.all()) {
            assertThat(rules.versions(one.code()))
                    .filteredOn(other -> other != one && other.inForceOn(one.effectiveFrom()))
                    .isEmpty();
        }
    }

    @Test
    void whatIsUnverifiedSaysWhy() {
        assertThat(rules.all())
                .filteredOn(rule -> rule.mark().equals("unverified"))
                .isNotEmpty()
                .allMatch(rule -> !rule.comment().isBlank());
    }

    @Test
    void rulesRollAsTheirKindUsuallyDoes() {
        assertThat(rules.all()).allMatch(rule -> Objects.equals(rule.roll(), Roll.usual(rule.kind(), rule.unit())));
    }

    @Test
    void anUnknownCodeIsRefusedByName() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> rules.inForce("XX-NONE", LocalDate.parse("2021-06-15")))
                .withMessageContaining("XX-NONE");
    }

    private String authority(String day) {
        return rules.inForce("LEG-RECON", LocalDate.parse(day)).orElseThrow().authority();
    }
}
