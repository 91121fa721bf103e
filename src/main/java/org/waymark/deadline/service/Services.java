package org.waymark.deadline.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.waymark.deadline.Anchored;

/**
 * The records of how papers were served. A period against a citizen starts from one of them and from nothing else; a
 * correction is a record more.
 */
@Service
public class Services {

    private static final String SERVED = "Served";

    /** As many as a row has room for. */
    private static final int MOST_FILES = 100;

    private final ServiceTable table;
    private final Clock clock;

    Services(ServiceTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Whether this anchor event is the service of a paper: its code ends with {@code Served}. */
    public static boolean byService(String event) {
        return event.endsWith(SERVED);
    }

    /** Keeps what the form of a step says of a service; of a form older than this record the day alone is known. */
    public void record(String instanceKey, String event, LocalDate day, Map<String, Object> fields, String who) {
        Way way = ServiceForm.way(fields).orElse(Way.EARLIER);
        table.insert(new ServiceRecord(
                instanceKey,
                event,
                way,
                day,
                text(fields, "documentNo"),
                text(fields, "receiver"),
                text(fields, "receiverRelation"),
                way == Way.LEFT ? witnesses(fields) : null,
                text(fields, "leftReason"),
                text(fields, "postNo"),
                ServiceForm.day(fields, ServiceForm.SENT).orElse(null),
                ServiceForm.day(fields, ServiceForm.NOTICE).orElse(null),
                text(fields, "noticePlace"),
                text(fields, "server"),
                files(fields, "serviceProof", ServiceForm.PHOTO, "receipt"),
                OffsetDateTime.now(clock),
                who));
    }

    /** Keeps that a case was taken in with this day of service. */
    public void imported(String instanceKey, String event, LocalDate day, String who) {
        table.insert(new ServiceRecord(
                instanceKey,
                event,
                Way.IMPORTED,
                day,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                OffsetDateTime.now(clock),
                who));
    }

    /** Whether there is a record of a service on this day, in the case or in its project. */
    public boolean proves(String instanceKey, String event, LocalDate day) {
        return keys(instanceKey).anyMatch(key -> table.on(key, event, day).isPresent());
    }

    /** The newest record of a service on this day, in the case or else in its project. */
    public Optional<ServiceRecord> on(String instanceKey, String event, LocalDate day) {
        return keys(instanceKey)
                .flatMap(key -> table.on(key, event, day).stream())
                .findFirst();
    }

    /** The newest record, of whatever day. */
    public Optional<ServiceRecord> latest(String instanceKey, String event) {
        return table.latest(instanceKey, event);
    }

    private static Stream<String> keys(String instanceKey) {
        return Stream.of(instanceKey, Anchored.project(instanceKey)).distinct();
    }

    private static String witnesses(Map<String, Object> fields) {
        String all = Stream.of(ServiceForm.WITNESS, ServiceForm.SECOND, "witnessUnit")
                .map(name -> text(fields, name))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    static String files(Map<String, Object> fields, String... names) {
        String ids = Stream.of(names)
                .map(fields::get)
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(Object::toString)
                .limit(MOST_FILES)
                .collect(Collectors.joining(","));
        return ids.isEmpty() ? null : ids;
    }

    static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
