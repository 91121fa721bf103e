package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/** Days worked out elsewhere from two independent lists of holidays. */
class DeadlineOracleTest {

    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), new RuleCatalogue());

    @ParameterizedTest(name = "{0} {2} {1} from {3} by calendar {4} is {5}")
    @CsvFileSource(resources = "/deadline/oracle.csv", numLinesToSkip = 1)
    void theDayIsTheOracles(Kind kind, Unit unit, int n, LocalDate anchor, String calendar, LocalDate due) {
        var version =
                calendar.equals("current") ? CalendarVersion.CURRENT : new CalendarVersion(LocalDate.parse(calendar));
        assertThat(deadlines.compute(kind, unit, n, anchor, version).due()).isEqualTo(due);
    }
}
