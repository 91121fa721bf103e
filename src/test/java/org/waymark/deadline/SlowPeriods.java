package org.waymark.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The rules of counting once more, one day at a time over plain lists of 2018 to 2026; shares nothing with ours. */
class SlowPeriods {

    private final Set<String> lists;

    SlowPeriods() {
        try {
            lists = new ClassPathResource("calendar/plain-days.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalDate max(Unit unit, int n, LocalDate anchor) {
        LocalDate end = count(unit, n, anchor, 1);
        while (unit != Unit.WD && rest(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    LocalDate min(Unit unit, int n, LocalDate anchor) {
        return count(unit, n, anchor, 1);
    }

    LocalDate back(Unit unit, int n, LocalDate event) {
        LocalDate end = count(unit, n, event, -1);
        while (unit != Unit.WD && rest(end)) {
            end = end.minusDays(1);
        }
        return end;
    }

    private LocalDate count(Unit unit, int n, LocalDate from, int direction) {
        if (unit == Unit.M || unit == Unit.Y) {
            int months = (unit == Unit.Y ? 12 : 1) * n * direction;
            int index = from.getYear() * 12 + from.getMonthValue() - 1 + months;
            int length = YearMonth.of(index / 12, index % 12 + 1).lengthOfMonth();
            return LocalDate.of(
                    index / 12, index % 12 + 1, from.getDayOfMonth() < length ? from.getDayOfMonth() : length);
        }
        LocalDate day = from;
        int counted = 0;
        while (counted < n) {
            day = day.plusDays(direction);
            if (unit == Unit.D || !rest(day)) {
                counted++;
            }
        }
        return day;
    }

    boolean rest(LocalDate day) {
        if (lists.contains("off," + day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend && !lists.contains("work," + day);
    }
}
