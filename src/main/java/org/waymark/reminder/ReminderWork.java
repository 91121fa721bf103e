package org.waymark.reminder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.reminder.ending.TierReminders;
import org.waymark.reminder.ending.ValidReminders;
import org.waymark.reminder.mail.Outbox;

/** The reminders' background work, on every node; each run may be repeated. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waymark.background", havingValue = "true", matchIfMissing = true)
class ReminderWork {

    private final Reminders reminders;
    private final VainNeeds vain;
    private final TierReminders tiers;
    private final ValidReminders validities;
    private final Outbox outbox;
    private volatile boolean ready;

    ReminderWork(Reminders reminders, VainNeeds vain, TierReminders tiers, ValidReminders validities, Outbox outbox) {
        this.reminders = reminders;
        this.vain = vain;
        this.tiers = tiers;
        this.validities = validities;
        this.outbox = outbox;
    }

    /** Only what is there when the application is ready can be told: before that the demo is still being filled. */
    @EventListener
    void on(ApplicationReadyEvent started) {
        ready = true;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 20_000)
    void morning() {
        if (ready) {
            reminders.morning();
            vain.morning();
            tiers.morning();
            validities.morning();
        }
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 15_000)
    void post() {
        outbox.send();
    }
}
