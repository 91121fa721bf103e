package org.waymark.calendar;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which months are closed (已结账): their figures were reported, so what is still typed in for them needs a reason. A
 * month stays open until a day of the next one, {@code waymark.month-closes-after}.
 */
@Component
public class ClosedMonths {

    private final int lastDay;

    ClosedMonths(@Value("${waymark.month-closes-after}") int lastDay) {
        if (lastDay < 1 || lastDay > 28) {
            throw new IllegalArgumentException(
                    "waymark.month-closes-after is a day from 1 to 28, not %d".formatted(lastDay));
        }
        this.lastDay = lastDay;
    }

    /** The first day of the earliest month that is still open. */
    public LocalDate openFrom(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        return today.getDayOfMonth() <= lastDay ? month.minusMonths(1) : month;
    }

    public boolean closed(LocalDate day, LocalDate today) {
        return day.isBefore(openFrom(today));
    }
}
