package org.waymark.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.calendar.Notice.Days;

/**
 * Reads the text of a notice as the State Council publishes it, or lines of {@code from,to,off|work,name}. Whatever line
 * cannot be read is named; a holiday whose days do not come to the number the text itself gives is not believed.
 */
public class NoticeText {

    private static final Pattern ITEM = Pattern.compile("^(?:[一二三四五六七八九十]+、|\\d+[.、])?\\s*([^：:，,]{2,12})[：:](.+)$");
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日");
    private static final Pattern RANGE = Pattern.compile(DAY.pattern() + "(?:至" + DAY.pattern() + ")?");
    private static final Pattern COUNT = Pattern.compile("共(\\d+)天");
    private static final Pattern LINE = Pattern.compile(
            "^(\\d{4}-\\d{2}-\\d{2})[,\\s]+(\\d{4}-\\d{2}-\\d{2})[,\\s]+(off|work)[,\\s]+(\\S.{0,29})$");
    private static final int LONGEST = 15;

    private NoticeText() {}

    /**
     * A line that cannot be read.
     *
     * @param number from 1
     * @param key text of what is wrong
     */
    public record Fault(int number, String line, String key) {}

    /** What was read; of no use while there are faults. */
    public record Reading(List<Days> days, List<Fault> faults) {}

    /** Reads the text of the notice for {@code year}. Blank lines and lines that name no day are passed over. */
    public static Reading read(String text, int year) {
        List<Days> days = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        String[] lines = text.split("\\R");
        for (int n = 0; n < lines.length; n++) {
            String line = lines[n].strip();
            try {
                days.addAll(line(line, year));
            } catch (Unreadable e) {
                faults.add(new Fault(n + 1, line, e.getMessage()));
            } catch (DateTimeException e) {
                faults.add(new Fault(n + 1, line, "calendar.fault.day"));
            }
        }
        return new Reading(days, faults);
    }

    private static List<Days> line(String line, int year) {
        Matcher plain = LINE.matcher(line);
        if (plain.matches()) {
            return List.of(checked(
                    LocalDate.parse(plain.group(1)),
                    LocalDate.parse(plain.group(2)),
                    plain.group(3).equals("work"),
                    plain.group(4)));
        }
        Matcher item = ITEM.matcher(line);
        if (line.isEmpty() || !DAY.matcher(line).find()) {
            return List.of();
        }
        if (!item.matches()) {
            throw new Unreadable("calendar.fault.line");
        }
        return item(item.group(1), item.group(2).replaceAll("（[^）]*）|\\([^)]*\\)", ""), year);
    }

    private static List<Days> item(String name, String text, int year) {
        List<Days> found = new ArrayList<>();
        boolean off = false;
        for (String sentence : text.split("[。；;]")) {
            boolean holiday = sentence.contains("放假");
            boolean makeUp = sentence.contains("上班");
            if (holiday == makeUp) {
                continue; // advice, e.g. to take leave on New Year's Eve
            }
            Matcher range = RANGE.matcher(sentence);
            int month = 0;
            while (range.find()) {
                LocalDate from = day(range.group(1), range.group(2), range.group(3), year, month);
                LocalDate to = range.group(6) == null
                        ? from
                        : day(range.group(4), range.group(5), range.group(6), from.getYear(), from.getMonthValue());
                month = to.getMonthValue();
                found.add(checked(from, to, makeUp, makeUp ? name + "调休" : name));
                off |= holiday;
                if (holiday) {
                    count(sentence, from, to);
                    break;
                }
            }
        }
        if (!off) {
            throw new Unreadable("calendar.fault.line");
        }
        return found;
    }

    private static void count(String sentence, LocalDate from, LocalDate to) {
        Matcher count = COUNT.matcher(sentence);
        if (count.find() && Integer.parseInt(count.group(1)) != ChronoUnit.DAYS.between(from, to) + 1) {
            throw new Unreadable("calendar.fault.count");
        }
    }

    private static LocalDate day(String year, String month, String day, int usual, int before) {
        if (month == null && before == 0) {
            throw new Unreadable("calendar.fault.day");
        }
        return LocalDate.of(
                year == null ? usual : Integer.parseInt(year),
                month == null ? before : Integer.parseInt(month),
                Integer.parseInt(day));
    }

    private static Days checked(LocalDate from, LocalDate to, boolean work, String name) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new Unreadable("calendar.fault.range");
        }
        return new Days(from, to, work, name);
    }

    /** A line that will not do; its message is the key of the sentence that says so. */
    private static class Unreadable extends RuntimeException {
        Unreadable(String key) {
            super(key);
        }
    }
}
