package org.waymark.identity.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.identity.workbook.Staff.Member;
import org.waymark.identity.workbook.Staff.Place;

/** Makes people, units and villages of a workbook's rows, and names every cell that will not do. */
class StaffReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9._-]{1,59}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern BETWEEN = Pattern.compile("[、，,;；\\n]+");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private final Staff present;
    private final RoleNames roles;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Place> units = new LinkedHashMap<>();
    private final Map<String, Place> villages = new LinkedHashMap<>();
    private final Map<String, Member> people = new LinkedHashMap<>();
    private final Map<String, Row> seen = new LinkedHashMap<>();

    StaffReader(Staff present, RoleNames roles) {
        this.present = present;
        this.roles = roles;
    }

    /** The staff the rows describe; what is wrong with them is in {@link #faults}. */
    Staff read(List<Row> rows) {
        rows.stream().filter(row -> row.sheet() == Sheet.UNITS).forEach(row -> place(row, units));
        rows.stream().filter(row -> row.sheet() == Sheet.VILLAGES).forEach(row -> place(row, villages));
        rows.stream().filter(row -> row.sheet() == Sheet.PEOPLE).forEach(this::person);
        return new Staff(units, villages, people);
    }

    List<Fault> faults() {
        return faults;
    }

    private void place(Row row, Map<String, Place> places) {
        String code = row.of("编号");
        required(row, List.of("编号", "名称"));
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            faults.add(row.fault("编号", "code", code));
        }
        longest(row, "名称", 100);
        longest(row, "英文名", 100);
        once(row, "编号");
        places.put(code, new Place(code, row.of("名称"), or(row.of("英文名"), row.of("名称"))));
    }

    private void person(Row row) {
        String id = row.of("账号");
        required(row, List.of("账号", "姓名", "邮箱", "角色"));
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            faults.add(row.fault("账号", "id", id));
        }
        if (!row.of("邮箱").isEmpty()
                && (!MAIL.matcher(row.of("邮箱")).matches() || row.of("邮箱").length() > 200)) {
            faults.add(row.fault("邮箱", "mail", row.of("邮箱")));
        }
        longest(row, "姓名", 60);
        longest(row, "英文名", 100);
        once(row, "账号");
        SortedSet<String> unit = codes(row, "单位", written -> placeCode(written, units, present.units()), "unit");
        if (unit.size() > 1) {
            faults.add(row.fault("单位", "units"));
        }
        people.put(
                id,
                new Member(
                        id,
                        row.of("姓名"),
                        or(row.of("英文名"), row.of("姓名")),
                        row.of("邮箱"),
                        unit.isEmpty() ? null : unit.first(),
                        codes(row, "角色", written -> roles.code(written).orElse(null), "role"),
                        codes(row, "所辖村", written -> placeCode(written, villages, present.villages()), "village"),
                        day(row)));
    }

    /** A code or a name; what the workbook says goes before what there is, an English name after all others. */
    private static String placeCode(String written, Map<String, Place> said, Map<String, Place> there) {
        Predicate<Place> named = place -> written.equals(place.code()) || written.equals(place.nameZh());
        Predicate<Place> inEnglish = place -> written.equalsIgnoreCase(place.nameEn());
        return Stream.of(named, inEnglish)
                .flatMap(fits -> Stream.of(said, there)
                        .flatMap(places -> places.values().stream())
                        .filter(fits))
                .findFirst()
                .map(Place::code)
                .orElse(null);
    }

    private SortedSet<String> codes(Row row, String column, Function<String, String> code, String unknown) {
        SortedSet<String> found = new TreeSet<>();
        Arrays.stream(BETWEEN.split(row.of(column)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    String known = code.apply(part);
                    if (known == null) {
                        faults.add(row.fault(column, unknown, part));
                    } else {
                        found.add(known);
                    }
                });
        return found;
    }

    private LocalDate day(Row row) {
        String written = row.of("停用日期");
        if (written.isEmpty()) {
            return null;
        }
        try {
            String plain = written.replaceAll("[年月/.]", "-").replace("日", "");
            LocalDate day = LocalDate.parse(plain, DAY);
            if (day.getYear() >= 1990 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below, with the day that is none
        }
        faults.add(row.fault("停用日期", "day", written));
        return null;
    }

    private void required(Row row, List<String> columns) {
        columns.stream()
                .filter(column -> row.of(column).isEmpty())
                .forEach(column -> faults.add(row.fault(column, "empty")));
    }

    private void longest(Row row, String column, int most) {
        if (row.of(column).length() > most) {
            faults.add(row.fault(column, "long", most));
        }
    }

    private void once(Row row, String column) {
        String key = row.of(column);
        Row before = key.isEmpty() ? null : seen.putIfAbsent(row.sheet() + key, row);
        if (before != null) {
            faults.add(row.fault(column, "double", key, String.valueOf(before.number())));
        }
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
