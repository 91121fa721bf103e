package org.waymark.deadline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Kind;
import org.waymark.deadline.NoLimit;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.Unit;

class ExplanationsTest {

    private final RuleCatalogue rules = new RuleCatalogue();
    private final Deadlines deadlines = new Deadlines(new WorkCalendar(), rules);
    private final Explanations explanations = new Explanations(Texts.ours());

    @Test
    void aRolledDaySaysFromWhereAndByWhichNotices() {
        var computed = deadlines.compute(
                Kind.MAX,
                Unit.D,
                10,
                LocalDate.parse("2020-01-16"),
                new CalendarVersion(LocalDate.parse("2019-11-21")));
        assertThat(explanations.of(computed, Locale.CHINA))
                .isEqualTo("自2020-01-16的次日起算10日，期满日2020-01-26为休息日，顺延至2020-01-31（按2019-11-21公布时的放假安排）。");
        assertThat(explanations.of(computed, Locale.ENGLISH))
                .isEqualTo(
                        "10 days counted from the day after 2020-01-16 end on 2020-01-26, a rest day, so the last day"
                                + " moves to 2020-01-31 (by the holidays as notified on 2019-11-21).");
    }

    @Test
    void aMinimumNamesTheDayTheNextStepMayBegin() {
        var computed = deadlines.compute(Kind.MIN, Unit.WD, 1, LocalDate.parse("2021-06-15"), CalendarVersion.CURRENT);
        assertThat(explanations.of(computed, Locale.ENGLISH))
                .startsWith("1 working day ")
                .contains("begin on 2021-06-17");
        assertThat(explanations.of(computed, Locale.CHINA)).contains("须满1个工作日", "最早可在2021-06-17");
    }

    @Test
    void aProvisionalDaySaysSo() {
        var computed =
                deadlines.compute(Kind.BACK, Unit.D, 1000, LocalDate.parse("2031-06-15"), CalendarVersion.CURRENT);
        assertThat(explanations.of(computed, Locale.CHINA)).contains("提前1000日", "尚未公布");
        assertThat(explanations.of(computed, Locale.ENGLISH)).contains("1000 days", "assumed");
    }

    @Test
    void noLimitIsSaidInTheOfficesWords() {
        var none = new NoLimit("LR-ANNOUNCE", LocalDate.parse("2021-06-15"));
        assertThat(explanations.of(none, Locale.CHINA)).startsWith("当时规则未录入");
        assertThat(explanations.of(none, Locale.ENGLISH)).startsWith("No limit then in force");
    }

    @Test
    void everyEventHasANameInBothLanguages() {
        for (Rule rule : rules.all()) {
            assertThat(explanations.event(rule, Locale.CHINA)).isNotBlank();
            assertThat(explanations.event(rule, Locale.ENGLISH)).matches("[ -~]+");
        }
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        var chinese = ResourceBundle.getBundle("i18n/deadline", Locale.ROOT);
        var english = ResourceBundle.getBundle("i18n/deadline", Locale.ENGLISH);
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        // keySet() includes the parent's keys, so a text missing in English would come back Chinese
        assertThat(english.keySet()).allMatch(key -> !english.getString(key).matches(".*\\p{IsHan}.*"));
    }
}
