package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedMonthsTest {

    private final ClosedMonths months = new ClosedMonths(5);

    @ParameterizedTest(name = "on {0} all from {1} on is open")
    @CsvSource({
        "2021-06-05, 2021-05-01",
        "2021-06-06, 2021-06-01",
        "2021-06-30, 2021-06-01",
        "2021-01-05, 2020-12-01",
        "2020-03-01, 2020-02-01"
    })
    void aMonthStaysOpenUntilTheFifthOfTheNext(LocalDate today, LocalDate openFrom) {
        assertThat(months.openFrom(today)).isEqualTo(openFrom);
        assertThat(months.closed(openFrom, today)).isFalse();
        assertThat(months.closed(openFrom.minusDays(1), today)).isTrue();
    }

    @Test
    void aDayNoMonthHasIsRefused() {
        assertThatThrownBy(() -> new ClosedMonths(29)).hasMessageContaining("from 1 to 28");
    }
}
