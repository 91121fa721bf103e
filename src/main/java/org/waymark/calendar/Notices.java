package org.waymark.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;

/**
 * What earlier notices said where a later one changed it (notices.csv). The days of all current notices come from
 * tyme4j; a row here says how a day stood between its notice's publication and the next notice about that year.
 */
class Notices {

    private final Map<LocalDate, Map<LocalDate, Boolean>> workdayByNotice = new HashMap<>();
    private final Set<LocalDate> published = new TreeSet<>();

    Notices() {
        lines().stream().skip(1).filter(line -> !line.isBlank()).forEach(this::add);
    }

    private void add(String line) {
        String[] cells = line.split(",");
        LocalDate notice = LocalDate.parse(cells[0]);
        LocalDate to = LocalDate.parse(cells[2]);
        published.add(notice);
        var days = workdayByNotice.computeIfAbsent(notice, key -> new HashMap<>());
        for (LocalDate day = LocalDate.parse(cells[1]); !day.isAfter(to); day = day.plusDays(1)) {
            days.put(day, cells[3].equals("work"));
        }
    }

    /** Whether that notice made the day a workday; null if a later notice did not change what it said. */
    Boolean workday(LocalDate day, CalendarVersion version) {
        return version.asOf() == null
                ? null
                : workdayByNotice.getOrDefault(version.asOf(), Map.of()).get(day);
    }

    boolean knows(LocalDate notice) {
        return published.contains(notice);
    }

    Set<LocalDate> published() {
        return published;
    }

    private static List<String> lines() {
        var file = new ClassPathResource("calendar/notices.csv");
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The notices could not be read", e);
        }
    }
}
