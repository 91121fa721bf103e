package org.waymark.project.portfolio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.project.Plan.Need;
import org.waymark.project.Project;

/** What only shows when the entries are seen together and with the projects there are: doubles, parents, needs. */
final class WholeCheck {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Town town;
    private final List<Finding> found = new ArrayList<>();

    private WholeCheck(Town town) {
        this.town = town;
    }

    /** @param fresh those to be opened, which are looked at; the others of the file are known to the town */
    static List<Finding> of(List<Entry> fresh, Town town) {
        var check = new WholeCheck(town);
        fresh.forEach(check::add);
        check.entries.values().forEach(check::parent);
        check.entries.values().forEach(check::needs);
        return check.found;
    }

    private void wrong(Entry entry, String path, String key, Object... figures) {
        found.add(Finding.of(entry.line(path), entry.code(), path, key, figures));
    }

    private void add(Entry entry) {
        if (entry.code() == null) {
            return;
        }
        Entry first = entries.putIfAbsent(entry.code(), entry);
        if (first != null) {
            wrong(entry, "code", "code.twice", entry.code(), first.line("code"));
        }
    }

    private boolean exists(String code) {
        return entries.containsKey(code) || town.projects().containsKey(code);
    }

    /** Whether it was cancelled or closed, and nothing new can belong to it or be waited for in it. */
    private boolean ended(String code) {
        Project there = town.projects().get(code);
        return !entries.containsKey(code) && there != null && !there.state().alive();
    }

    private void parent(Entry entry) {
        String parent = entry.text("parent");
        if (parent == null) {
            return;
        }
        if (!exists(parent)) {
            wrong(entry, "parent", "parent.unknown", parent);
            return;
        }
        if (ended(parent)) {
            wrong(entry, "parent", "parent.ended", parent);
            return;
        }
        Set<String> way = new LinkedHashSet<>(List.of(entry.code()));
        for (String above = parent; above != null; above = parentOf(above)) {
            if (!way.add(above)) {
                if (above.equals(entry.code())) {
                    wrong(entry, "parent", "parent.circle", circle(way, above));
                }
                return;
            }
        }
    }

    private static List<String> circle(Set<String> way, String back) {
        List<String> circle = new ArrayList<>(way);
        circle.add(back);
        return List.of(String.join(" → ", circle));
    }

    private String parentOf(String code) {
        Entry entry = entries.get(code);
        Project project = town.projects().get(code);
        return entry != null ? entry.text("parent") : project == null ? null : project.parent();
    }

    private void needs(Entry entry) {
        for (String one : entry.under("needs")) {
            String path = "needs." + one;
            String on = entry.text(path + ".project");
            if (on == null) {
                continue;
            }
            if (on.equals(entry.code())) {
                wrong(entry, path + ".project", "need.self");
            } else if (!exists(on)) {
                wrong(entry, path + ".project", "need.unknown", on);
            } else if (ended(on)) {
                wrong(entry, path + ".project", "need.ended", on);
            } else {
                target(entry, path, on);
                circle(entry, path, on);
            }
        }
    }

    private void target(Entry entry, String path, String on) {
        String reached = entry.text(path + ".reached");
        List<String> milestones = town.milestones(template(on));
        if (reached != null && !milestones.isEmpty() && !milestones.contains(reached)) {
            wrong(
                    entry,
                    path + ".reached",
                    "milestone.unknown",
                    reached,
                    template(on),
                    town.milestoneChoices(template(on)));
        } else if (reached != null && isBehind(on, reached)) {
            wrong(entry, path + ".reached", "need.behind", on, reached);
        }
        String quantity = entry.text(path + ".quantity");
        List<String> quantities = entries.containsKey(on) ? entries.get(on).under("quantities") : town.quantitiesOf(on);
        if (quantity != null && !quantities.contains(quantity)) {
            wrong(entry, path + ".quantity", "need.quantity", on, quantity, quantities);
        }
    }

    /** Whether the other project was begun after its milestone, which was not done before either: it never comes there. */
    private boolean isBehind(String on, String milestone) {
        Entry other = entries.get(on);
        Map<String, String> there = other == null ? town.writtenOf(on) : other.content();
        return !there.containsKey("done." + milestone) && !town.comesTo(template(on), there.get("stage"), milestone);
    }

    private String template(String code) {
        Entry entry = entries.get(code);
        return entry != null
                ? entry.text("template")
                : town.projects().get(code).template();
    }

    /** @param milestone null for the whole project */
    private record Point(String project, String milestone) {}

    /**
     * Who waits before one milestone holds up that one and all that come after it in the diagram; who waits for a
     * quantity, which belongs to no milestone, waits for the whole project.
     */
    private void circle(Entry entry, String path, String on) {
        Point held = new Point(entry.code(), entry.text(path + ".milestone"));
        Set<Point> seen = new HashSet<>();
        Deque<Point> open = new ArrayDeque<>(List.of(new Point(on, entry.text(path + ".reached"))));
        while (!open.isEmpty()) {
            Point point = open.pop();
            if (point.project().equals(held.project()) && isHeldUp(point, held.milestone())) {
                wrong(entry, path + ".project", "need.circle", entry.code(), on);
                return;
            }
            if (seen.add(point)) {
                needsOf(point.project()).stream()
                        .filter(need -> isHeldUp(point, need.milestone()))
                        .forEach(need -> open.push(new Point(need.onProject(), need.onMilestone())));
            }
        }
    }

    /** Whether the point can only be come to through {@code milestone} of the same project. */
    private boolean isHeldUp(Point point, String milestone) {
        return point.milestone() == null
                || milestone == null
                || !exists(point.project())
                || town.upTo(template(point.project()), point.milestone()).contains(milestone);
    }

    private List<Need> needsOf(String project) {
        return entries.containsKey(project) ? Openings.needs(entries.get(project)) : town.needsOf(project);
    }
}
