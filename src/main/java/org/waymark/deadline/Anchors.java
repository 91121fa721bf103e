package org.waymark.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The events periods run from, with their days; a correction is a new row, the newest counts. */
@Service
public class Anchors {

    /**
     * The day an event happened was recorded, for the first time or anew.
     *
     * @param again whether its step was done once more after a return
     */
    public record Recorded(String instanceKey, String event, LocalDate day, boolean again) {}

    private final JdbcClient db;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Anchors(JdbcClient db, ApplicationEventPublisher news, Clock clock) {
        this.db = db;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Records the day an event happened; periods that run from it follow.
     *
     * @param documentNo number of the paper that proves it, null if it has none
     */
    public void record(String instanceKey, String event, LocalDate day, String documentNo, String who) {
        record(instanceKey, event, day, documentNo, who, false);
    }

    /** The same; {@code again} if its step was done once more after a return. */
    public void record(String instanceKey, String event, LocalDate day, String documentNo, String who, boolean again) {
        if (instanceKey == null || event == null || day == null || who == null) {
            throw new IllegalArgumentException("An anchor needs instance, event, day and recorder, not %s, %s, %s, %s"
                    .formatted(instanceKey, event, day, who));
        }
        db.sql(
                        """
                        insert into anchor_event (instance_key, event, happened_on, document_no, recorded_at, recorded_by)
                        values (:key, :event, :day, :number, :now, :who)""")
                .param("key", instanceKey)
                .param("event", event)
                .param("day", day)
                .param("number", documentNo)
                .param("now", OffsetDateTime.now(clock))
                .param("who", who)
                .update();
        news.publishEvent(new Recorded(instanceKey, event, day, again));
    }

    /** What was decided about elapsed periods when their case was sent back over them. */
    public enum OnReturn {
        /** Not waited for again: the day they ran from stays. */
        KEEP,
        /** They begin anew, from a later day. */
        AGAIN
    }

    /**
     * Sends a case back over the event; how its periods are to be taken holds until the event is recorded again.
     *
     * @param reason why, for those who read the record later
     */
    public void sendBack(String instanceKey, String event, OnReturn choice, String reason, String who) {
        LocalDate day = latest(instanceKey, event)
                .orElseThrow(() ->
                        new IllegalStateException("Nothing of %s runs from %s yet".formatted(instanceKey, event)));
        db.sql(
                        """
                        insert into anchor_event (instance_key, event, happened_on, recorded_at, recorded_by, on_return,
                          reason)
                        values (:key, :event, :day, :now, :who, :choice, :reason)""")
                .param("key", instanceKey)
                .param("event", event)
                .param("day", day)
                .param("now", OffsetDateTime.now(clock))
                .param("who", who)
                .param("choice", choice.name())
                .param("reason", reason)
                .update();
    }

    /** What was decided since the event was last recorded; empty if its case was not sent back over it. */
    public Optional<OnReturn> onReturn(String instanceKey, String event) {
        return db.sql(
                        """
                        select coalesce(on_return, '') from anchor_event
                        where instance_key = :key and event = :event order by id desc limit 1""")
                .param("key", instanceKey)
                .param("event", event)
                .query(String.class)
                .optional()
                .filter(choice -> !choice.isEmpty())
                .map(OnReturn::valueOf);
    }

    /** An event as it was recorded last; {@code documentNo} is null if no paper proves it. */
    public record Proof(LocalDate day, String documentNo) {}

    /** When the event happened on this day: the paper that proves it, of the case or else of its project. */
    public Optional<Proof> proof(String instanceKey, String event, LocalDate day) {
        return db.sql(
                        """
                        select happened_on as "day", document_no from anchor_event
                        where instance_key in (:key, :project) and event = :event and happened_on = :day
                          and on_return is null
                        order by case when instance_key = :key then 0 else 1 end, id desc limit 1""")
                .param("key", instanceKey)
                .param("project", Anchored.project(instanceKey))
                .param("event", event)
                .param("day", day)
                .query(Proof.class)
                .optional();
    }

    /** The day that counts now; empty if the event was never recorded. */
    public Optional<LocalDate> latest(String instanceKey, String event) {
        return db.sql(
                        """
                        select happened_on from anchor_event where instance_key = :key and event = :event
                        order by id desc limit 1""")
                .param("key", instanceKey)
                .param("event", event)
                .query(LocalDate.class)
                .optional();
    }

    private record Day(String key, String name, LocalDate day) {}

    /** The days that count now of all events of many cases and projects: by instance, then by event. */
    public Map<String, Map<String, LocalDate>> latest(Collection<String> instanceKeys) {
        return byKey(
                instanceKeys.isEmpty()
                        ? List.of()
                        : db.sql(
                                        """
                                select instance_key as "key", event as "name", happened_on as "day" from anchor_event
                                where id in (select max(id) from anchor_event where instance_key in (:keys)
                                  group by instance_key, event)""")
                                .param("keys", instanceKeys)
                                .query(Day.class)
                                .list());
    }

    private static Map<String, Map<String, LocalDate>> byKey(List<Day> days) {
        Map<String, Map<String, LocalDate>> found = new HashMap<>();
        days.forEach(
                day -> found.computeIfAbsent(day.key(), key -> new HashMap<>()).put(day.name(), day.day()));
        return found;
    }

    /** A citizen's period has run out, and what was asked for in time is to be registered after all. */
    public void reopen(String instanceKey, String rule, String reason, String who) {
        db.sql(
                        """
                        insert into reopened_period (instance_key, rule, reason, reopened_at, reopened_by)
                        values (:key, :rule, :reason, :now, :who)""")
                .param("key", instanceKey)
                .param("rule", rule)
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .param("who", who)
                .update();
    }

    /** The day a period that had run out was last opened again; empty if it never was. */
    public Optional<LocalDate> reopenedOn(String instanceKey, String rule) {
        return db.sql(
                        """
                        select reopened_at from reopened_period where instance_key = :key and rule = :rule
                        order by id desc limit 1""")
                .param("key", instanceKey)
                .param("rule", rule)
                .query(OffsetDateTime.class)
                .optional()
                .map(moment -> moment.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    private record Reopened(String key, String rule, OffsetDateTime at) {}

    /** The same for many cases: by instance, then by rule. */
    public Map<String, Map<String, LocalDate>> reopenedOn(Collection<String> instanceKeys) {
        return byKey(
                instanceKeys.isEmpty()
                        ? List.of()
                        : db
                                .sql(
                                        """
                                select instance_key as "key", rule, reopened_at as "at" from reopened_period
                                where instance_key in (:keys) order by id""")
                                .param("keys", instanceKeys)
                                .query(Reopened.class)
                                .list()
                                .stream()
                                .map(one -> new Day(
                                        one.key(),
                                        one.rule(),
                                        one.at()
                                                .atZoneSameInstant(clock.getZone())
                                                .toLocalDate()))
                                .toList());
    }
}
