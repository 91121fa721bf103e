package org.waymark.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/** Days worked out one by one from the articles and the notices, twenty and more of each kind. */
class WorkedExamplesTest {

    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), new RuleCatalogue());

    @ParameterizedTest(name = "{0} {2} {1} from {3} is {4}: {5}, {6}")
    @CsvFileSource(resources = "/deadline/worked.csv", numLinesToSkip = 1)
    void theDayIsTheOneTheArticleGives(
            Kind kind, Unit unit, int n, LocalDate anchor, LocalDate due, String article, String why) {
        assertThat(deadlines
                        .compute(kind, unit, n, anchor, CalendarVersion.CURRENT)
                        .due())
                .as(article + ": " + why)
                .isEqualTo(due);
    }
}
