package org.waymark.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The General Office's notices by publication date (calendar/notices.csv). Only years whose notice was changed later, or
 * is newer than the library of current facts, need rows here.
 */
class Notices {

    /** Days a notice names: off, or make-up workdays. */
    record Days(LocalDate published, LocalDate from, LocalDate to, boolean work) {

        boolean about(int year) {
            return from.getYear() == year || to.getYear() == year;
        }
    }

    // Oldest first: a later notice about the same days wins.
    private final List<Days> rows = lines().stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .map(Notices::row)
            .sorted(Comparator.comparing(Days::published))
            .toList();

    List<Days> about(int year) {
        return rows.stream().filter(days -> days.about(year)).toList();
    }

    SortedSet<LocalDate> published() {
        return rows.stream().map(Days::published).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Days row(String line) {
        String[] cells = line.split(",");
        if (cells.length != 5 || !List.of("off", "work").contains(cells[3])) {
            throw new IllegalStateException(
                    "A line of notices.csv is published,from,to,off|work,name and not: " + line);
        }
        return new Days(
                LocalDate.parse(cells[0]),
                LocalDate.parse(cells[1]),
                LocalDate.parse(cells[2]),
                cells[3].equals("work"));
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
