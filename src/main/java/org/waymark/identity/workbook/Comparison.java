package org.waymark.identity.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.identity.workbook.Plan.Change;
import org.waymark.identity.workbook.Plan.Item;
import org.waymark.identity.workbook.Plan.Kind;
import org.waymark.identity.workbook.Staff.Member;
import org.waymark.identity.workbook.Staff.Place;

/** Compares what a workbook says with what there is. */
class Comparison {

    private static final String ADMINISTRATOR = "admin";

    private final Staff present;
    private final Staff said;
    private final Map<String, String> roleNames;

    Comparison(Staff present, Staff said, Map<String, String> roleNames) {
        this.present = present;
        this.said = said;
        this.roleNames = roleNames;
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        said.units().values().forEach(place -> items.add(place(Sheet.UNITS, place, present.units())));
        said.villages().values().forEach(place -> items.add(place(Sheet.VILLAGES, place, present.villages())));
        said.people().values().forEach(person -> items.add(person(person)));
        return items;
    }

    /** Whether nobody could give rights any more once this is taken. */
    boolean leavesNoAdministrator(LocalDate today) {
        Map<String, Member> then = new TreeMap<>(present.people());
        then.putAll(said.people());
        return then.values().stream()
                .noneMatch(person -> person.roles().contains(ADMINISTRATOR) && person.endsOn() == null);
    }

    private Item place(Sheet sheet, Place place, Map<String, Place> there) {
        return item(sheet, place.code(), place.nameZh(), cells(there.get(place.code())), cells(place));
    }

    private Item person(Member person) {
        return item(
                Sheet.PEOPLE,
                person.id(),
                person.nameZh(),
                cells(present.people().get(person.id())),
                cells(person));
    }

    private static Item item(
            Sheet sheet, String key, String name, Map<String, String> before, Map<String, String> after) {
        List<Change> changes = after.entrySet().stream()
                .map(cell -> new Change(cell.getKey(), before.getOrDefault(cell.getKey(), ""), cell.getValue()))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
        Kind kind = before.isEmpty() ? Kind.NEW : changes.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
        return new Item(sheet, key, name, kind, changes);
    }

    private static Map<String, String> cells(Place place) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (place != null) {
            cells.put("名称", place.nameZh());
            cells.put("英文名", place.nameEn());
        }
        return cells;
    }

    /** As they stand in the workbook. */
    Map<String, String> cells(Member person) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (person != null) {
            cells.put("姓名", person.nameZh());
            cells.put("英文名", person.nameEn());
            cells.put("邮箱", person.mail());
            cells.put("单位", name(person.unit(), said.units(), present.units()));
            cells.put(
                    "角色",
                    person.roles().stream()
                            .map(role -> roleNames.getOrDefault(role, role))
                            .collect(Collectors.joining("、")));
            cells.put("所辖村", names(person.villages()));
            cells.put("停用日期", person.endsOn() == null ? "" : person.endsOn().toString());
        }
        return cells;
    }

    private String names(SortedSet<String> codes) {
        return codes.stream()
                .map(code -> name(code, said.villages(), present.villages()))
                .collect(Collectors.joining("、"));
    }

    private static String name(String code, Map<String, Place> said, Map<String, Place> there) {
        Place place = code == null ? null : said.getOrDefault(code, there.get(code));
        return place == null ? "" : place.nameZh();
    }
}
