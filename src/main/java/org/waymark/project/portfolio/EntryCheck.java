package org.waymark.project.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waymark.identity.Person;
import org.waymark.project.portfolio.Finding.Choice;
import org.waymark.template.Plain;
import org.waymark.template.Template;

/** Holds one entry against the town: every finding, in the order of the fields. */
final class EntryCheck {

    private static final String CODE = "[A-Z0-9][A-Z0-9-]{1,39}";
    private static final String QUANTITY = "[a-z][A-Za-z0-9]{0,39}";

    private final Entry entry;
    private final Town town;
    private final List<Finding> found = new ArrayList<>();

    private EntryCheck(Entry entry, Town town) {
        this.entry = entry;
        this.town = town;
    }

    static List<Finding> of(Entry entry, Town town) {
        var check = new EntryCheck(entry, town);
        check.shape();
        check.codes();
        check.people();
        check.money();
        check.days();
        check.needs();
        return check.found;
    }

    private void wrong(String path, String key, Object... figures) {
        found.add(Finding.of(entry.line(path), entry.code(), path, key, figures));
    }

    private void shape() {
        entry.cells().forEach((path, cell) -> {
            if (!Fields.known(path)) {
                wrong(path, Fields.misshapen(path) ? "field.shape" : "field.unknown", Fields.TOP);
            } else if (cell.text().length() > Fields.longest(path)) {
                wrong(path, "field.long", Fields.longest(path));
            } else if (!Plain.is(cell.text())) {
                wrong(path, "field.characters");
            }
        });
        Fields.NEEDED.forEach(this::missing);
        madeUp();
    }

    private void madeUp() {
        int length = 0;
        for (String made : entry.under("madeUp")) {
            String name = String.valueOf(entry.text("madeUp." + made));
            length += name.length() + 1;
            if (!Fields.canBeMadeUp(name)) {
                wrong("madeUp." + made, "madeUp.unknown", name);
            } else if (!entry.has(name)) {
                wrong("madeUp." + made, "madeUp.absent", name);
            }
        }
        if (length > Fields.LONGEST_MADE_UP) {
            wrong("madeUp", "field.long", Fields.LONGEST_MADE_UP);
        }
    }

    private void missing(String path) {
        if (entry.text(path) == null) {
            wrong(path, "field.missing");
        }
    }

    private void codes() {
        String code = entry.text("code");
        if (code != null && !code.matches(CODE)) {
            wrong("code", "code.form", code);
        }
        String kind = entry.text("kind");
        if (kind != null && Kind.of(kind).isEmpty()) {
            wrong("kind", "kind.unknown", kind, List.of(Kind.values()));
        }
        oneOf("template", town.templateChoices(), "template.unknown");
        oneOf("unit", town.unitChoices(), "unit.unknown");
        Template template = town.template(entry);
        if (template != null) {
            oneOf("stage", Town.stageChoices(template), "stage.unknown");
            for (String group : List.of("done", "planned")) {
                entry.under(group).forEach(milestone -> milestone(group + "." + milestone, milestone));
            }
        }
    }

    private void oneOf(String path, List<Choice> allowed, String key) {
        String text = entry.text(path);
        if (text != null && allowed.stream().noneMatch(one -> one.code().equals(text))) {
            wrong(path, key, text, allowed);
        }
    }

    private void milestone(String path, String milestone) {
        String template = entry.text("template");
        List<String> all = town.milestones(template);
        if (!all.isEmpty() && !all.contains(milestone)) {
            wrong(path, "milestone.unknown", milestone, template, town.milestoneChoices(template));
        }
    }

    private void people() {
        person("leader", town.leaders(), "person.noLeader");
        person("manager", town.managers(), "person.noManager");
    }

    private void person(String path, Set<String> able, String key) {
        String name = entry.text(path);
        if (name == null) {
            return;
        }
        Person person = town.people().get(name);
        if (person == null) {
            wrong(path, "person.unknown", name, town.choices(able));
        } else if (!person.active()) {
            wrong(path, "person.left", name, town.choices(able));
        } else if (!able.contains(name)) {
            wrong(path, key, name, town.choices(able));
        }
    }

    private void money() {
        number("investment");
        for (String year : entry.under("years")) {
            if (!year.matches("\\d{4}") || Fields.outside(Integer.parseInt(year))) {
                wrong("years." + year, "year.form", year, Fields.FIRST_YEAR, Fields.LAST_YEAR);
            }
            number("years." + year + ".investment");
        }
        for (String quantity : entry.under("quantities")) {
            String path = "quantities." + quantity;
            if (!quantity.matches(QUANTITY)) {
                wrong(path, "quantity.form", quantity);
            }
            for (String part : List.of("zh", "en", "unit", "planned")) {
                missing(path + "." + part);
            }
            number(path + ".planned");
            number(path + ".done");
        }
    }

    private void number(String path) {
        String text = entry.text(path);
        if (text == null) {
            return;
        }
        String key = Fields.wrongNumber(text);
        if (key != null) {
            wrong(path, key, text, Fields.DECIMALS);
        }
    }

    private void days() {
        LocalDate start = day("start");
        LocalDate target = day("target");
        if (start != null && target != null && target.isBefore(start)) {
            wrong("target", "target.early", target, start);
        }
        for (String milestone : entry.under("planned")) {
            LocalDate day = day("planned." + milestone);
            boolean early = day != null && start != null && day.isBefore(start);
            boolean late = day != null && target != null && day.isAfter(target);
            // a target before the start is the one thing to say then
            if ((early || late) && !(start != null && target != null && target.isBefore(start))) {
                wrong("planned." + milestone, early ? "planned.early" : "planned.late", day, early ? start : target);
            }
        }
        for (String milestone : entry.under("done")) {
            LocalDate day = day("done." + milestone);
            if (day != null && day.isAfter(town.today())) {
                wrong("done." + milestone, "done.ahead", day, town.today());
            }
        }
        stage();
    }

    /** What is done must lie before where the project stands, or it would be opened a second time. */
    private void stage() {
        List<String> done = entry.under("done");
        Template template = town.template(entry);
        String stage = entry.text("stage");
        if (done.isEmpty()
                || template == null
                || stage != null && !template.stages().containsKey(stage)) {
            return;
        }
        if (stage == null) {
            wrong("done", "done.noStage", Town.stageChoices(template));
            return;
        }
        List<String> entered = template.stage(stage).elements();
        done.stream()
                .filter(entered::contains)
                .forEach(milestone -> wrong("done." + milestone, "done.again", milestone, stage));
    }

    private LocalDate day(String path) {
        String text = entry.text(path);
        if (text == null) {
            return null;
        }
        var day = Entry.day(text);
        if (day.isEmpty()) {
            wrong(path, text.matches("\\d{4}-\\d{2}-\\d{2}") ? "day.impossible" : "day.form", text);
        } else if (Fields.outside(day.get().getYear())) {
            wrong(path, "day.range", text, Fields.FIRST_YEAR, Fields.LAST_YEAR);
        } else {
            return day.get();
        }
        return null;
    }

    private void needs() {
        for (String need : entry.under("needs")) {
            String path = "needs." + need;
            missing(path + ".milestone");
            missing(path + ".project");
            number(path + ".atLeast");
            String milestone = entry.text(path + ".milestone");
            if (milestone != null) {
                milestone(path + ".milestone", milestone);
            }
            boolean reached = entry.text(path + ".reached") != null;
            boolean quantity = entry.text(path + ".quantity") != null;
            if (reached == quantity || quantity != (entry.text(path + ".atLeast") != null)) {
                wrong(path, "need.form");
            }
        }
    }
}
