package org.waymark.deadline.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.service.Posting.Place;
import org.waymark.deadline.service.Posting.Stage;

/**
 * Where and when notices were posted (土地管理法实施条例 26, 28, 31: town, village and group). Rows are added and never
 * changed; posted again after a return the newest of a place counts.
 */
@Service
public class Postings {

    private static final String POSTED = "PostedOn";
    private static final String SEEN = "postingSeenOn";

    private final JdbcClient db;
    private final MessageSource texts;
    private final Clock clock;

    Postings(JdbcClient db, MessageSource texts, Clock clock) {
        this.db = db;
        this.texts = texts;
        this.clock = clock;
    }

    /** Keeps the places the form of a step names, if it names any. */
    public void record(String instanceKey, String event, Map<String, Object> fields, String who) {
        for (Place place : Place.values()) {
            String name = place.name().toLowerCase(Locale.ROOT);
            ServiceForm.day(fields, name + POSTED)
                    .ifPresent(day -> insert(new Posting(
                            instanceKey,
                            event,
                            Stage.START,
                            place,
                            Services.text(fields, name + "Place"),
                            day,
                            Services.text(fields, name + "Poster"),
                            Services.files(fields, name + "Photo"),
                            who)));
        }
    }

    /** Keeps that it still hung when its period was over. */
    public void end(String instanceKey, String event, Map<String, Object> fields, String who) {
        ServiceForm.day(fields, SEEN)
                .ifPresent(day -> insert(new Posting(
                        instanceKey,
                        event,
                        Stage.END,
                        null,
                        null,
                        day,
                        null,
                        Services.files(fields, "postingEndPhoto"),
                        who)));
    }

    /** A sentence for the field with the day of the end, if it lies before the last posting. */
    public Optional<Map.Entry<String, String>> wrongEnd(String instanceKey, String event, Map<String, Object> fields) {
        return ServiceForm.day(fields, SEEN).flatMap(seen -> last(instanceKey, event)
                .filter(seen::isBefore)
                .map(last -> Map.entry(
                        SEEN,
                        texts.getMessage(
                                "posting.early",
                                new Object[] {seen.toString(), last.toString()},
                                LocaleContextHolder.getLocale()))));
    }

    private Optional<LocalDate> last(String instanceKey, String event) {
        return of(instanceKey, event).stream()
                .filter(row -> row.stage() == Stage.START)
                .map(Posting::seenOn)
                .max(LocalDate::compareTo);
    }

    /** Those of a case, or else of its project. */
    public List<Posting> ofAny(String instanceKey, String event) {
        List<Posting> own = of(instanceKey, event);
        String project = Anchored.project(instanceKey);
        return own.isEmpty() && !project.equals(instanceKey) ? of(project, event) : own;
    }

    /** The newest row of each place and of the end, in the order they were recorded; none if nothing was posted. */
    public List<Posting> of(String instanceKey, String event) {
        return db.sql(
                        """
                        select instance_key, event, stage, place, address, seen_on, poster, photos, recorded_by
                        from posting p where instance_key = :key and event = :event
                          and id = (select max(id) from posting q where q.instance_key = p.instance_key
                            and q.event = p.event and q.stage = p.stage and coalesce(q.place, '') = coalesce(p.place, ''))
                        order by stage desc, id""")
                .param("key", instanceKey)
                .param("event", event)
                .query(Posting.class)
                .list();
    }

    private void insert(Posting row) {
        db.sql(
                        """
                        insert into posting (instance_key, event, stage, place, address, seen_on, poster, photos,
                          recorded_at, recorded_by)
                        values (:key, :event, :stage, :place, :address, :day, :poster, :photos, :now, :who)""")
                .param("key", row.instanceKey())
                .param("event", row.event())
                .param("stage", row.stage().name())
                .param("place", row.place() == null ? null : row.place().name())
                .param("address", row.address())
                .param("day", row.seenOn())
                .param("poster", row.poster())
                .param("photos", row.photos())
                .param("now", OffsetDateTime.now(clock))
                .param("who", row.recordedBy())
                .update();
    }
}
