package org.waymark.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.waymark.calendar.Notice.Days;

/** The notices that come with the software, from the one for 2018 on: calendar/notices.csv. */
class NoticeFile {

    private NoticeFile() {}

    private record Row(LocalDate published, Days days) {}

    /** Oldest first. */
    static List<Notice> read() {
        return lines().stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(NoticeFile::row)
                .collect(Collectors.groupingBy(
                        Row::published, TreeMap::new, Collectors.mapping(Row::days, Collectors.toList())))
                .entrySet()
                .stream()
                .map(notice -> new Notice(notice.getKey(), null, null, notice.getValue()))
                .toList();
    }

    private static Row row(String line) {
        String[] cells = line.split(",");
        if (cells.length != 5 || !List.of("off", "work").contains(cells[3])) {
            throw new IllegalStateException(
                    "A line of notices.csv is published,from,to,off|work,name and not: " + line);
        }
        return new Row(
                LocalDate.parse(cells[0]),
                new Days(LocalDate.parse(cells[1]), LocalDate.parse(cells[2]), cells[3].equals("work"), cells[4]));
    }

    private static List<String> lines() {
        var file = new ClassPathResource("calendar/notices.csv");
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("calendar/notices.csv could not be read", e);
        }
    }
}
