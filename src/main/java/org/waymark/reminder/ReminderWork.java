package org.waymark.reminder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.reminder.mail.Outbox;

/** The reminders' background work, on every node; each run may be repeated. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class ReminderWork {

    private final Reminders reminders;
    private final Outbox outbox;

    ReminderWork(Reminders reminders, Outbox outbox) {
        this.reminders = reminders;
        this.outbox = outbox;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void morning() {
        reminders.morning();
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 15_000)
    void post() {
        outbox.send();
    }
}
