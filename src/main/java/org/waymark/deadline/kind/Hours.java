package org.waymark.deadline.kind;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds the hours at which something began and ended, as they were typed, against a rule that forbids it at night. */
@Component
public class Hours {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm");

    private final Allowed allowed;

    Hours(Allowed allowed) {
        this.allowed = allowed;
    }

    /**
     * The field that will not do and what stands against it; empty while one of the hours is not given.
     *
     * @param names the two fields, that of the beginning first
     * @param fields hours as {@code 8:30}, the colon in either width
     */
    public Optional<Entry<String, Objection>> against(
            String instanceKey, String code, LocalDate day, List<String> names, Map<String, Object> fields) {
        Optional<LocalTime> began = hour(fields.get(names.get(0)));
        Optional<LocalTime> ended = hour(fields.get(names.get(1)));
        if (began.isEmpty() || ended.isEmpty()) {
            return Optional.empty();
        }
        return allowed.atNight(instanceKey, code, day, began.get())
                .map(night -> Map.entry(names.get(0), night))
                .or(() -> allowed.atNight(instanceKey, code, day, ended.get())
                        .map(night -> Map.entry(names.get(1), night)))
                .or(() -> ended.get().isAfter(began.get())
                        ? Optional.empty()
                        : Optional.of(Map.entry(names.get(1), turned(began.get(), ended.get()))));
    }

    private static Objection turned(LocalTime began, LocalTime ended) {
        return new Objection("kind.hours", List.of(ended.toString(), began.toString()), false);
    }

    private static Optional<LocalTime> hour(Object typed) {
        String text = Objects.toString(typed, "").replace('：', ':');
        return text.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(text, TYPED));
    }
}
