package org.waymark.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes in the notices of years to come, and of changes within a year. */
@Service
public class Notices {

    /** A notice counts from now on. */
    public record Published(Notice notice) {}

    /** Somebody else recorded the notice of that day before. */
    public static class Overtaken extends RuntimeException {}

    private final NoticeTable table;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private int known = -1;

    Notices(NoticeTable table, WorkCalendar calendar, ApplicationEventPublisher news, Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.news = news;
        this.clock = clock;
    }

    /** The notice published on that day, if it is known already. */
    public Optional<Notice> of(LocalDate published) {
        return calendar.notices().stream()
                .filter(notice -> notice.published().equals(published))
                .findFirst();
    }

    /**
     * Waits until nobody else publishes a notice, and reads what they did; what is seen now stays true until the caller's
     * transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone() {
        table.lock();
        calendar.refresh();
    }

    /**
     * Records a notice; every period computed before is looked at again.
     *
     * @throws Overtaken if it is known already
     * @throws IllegalArgumentException if it was not published yet, or names no day
     */
    @Transactional
    public void publish(Notice notice) {
        alone();
        if (of(notice.published()).isPresent()) {
            throw new Overtaken();
        }
        if (notice.published().isAfter(LocalDate.now(clock)) || notice.days().isEmpty()) {
            throw new IllegalArgumentException("The notice of %s cannot be recorded".formatted(notice.published()));
        }
        table.insert(notice);
        news.publishEvent(new Published(notice));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Published notice) {
        calendar.refresh();
    }

    /** Another node may have taken one in. */
    @Scheduled(fixedDelay = 5000)
    synchronized void look() {
        int count = table.count();
        if (count != known) {
            calendar.refresh();
            known = count;
        }
    }
}
