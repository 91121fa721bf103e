package org.waymark.board.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.waymark.board.Names;
import org.waymark.identity.People;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Project;
import org.waymark.project.portfolio.Kind;

/** All projects of the town, by kind, phases below what they are phases of. */
@Controller
class ProjectsController {

    private final Standing standing;
    private final People people;
    private final Names names;
    private final Clock clock;

    ProjectsController(Standing standing, People people, Names names, Clock clock) {
        this.standing = standing;
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/projects")
    String projects(Wanted wanted, Model model) {
        List<Standing.Whole> all = standing.all();
        List<Standing.Whole> found = all.stream().filter(wanted::fits).toList();
        model.addAttribute("wanted", wanted);
        model.addAttribute("total", all.size());
        model.addAttribute("found", found.size());
        model.addAttribute("lamps", byLamp(all));
        model.addAttribute(
                "red",
                found.stream()
                        .filter(whole -> whole.lamp().color() == Lamp.Color.RED)
                        .toList());
        model.addAttribute("groups", byKind(found));
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(Kind::code).toList());
        model.addAttribute("states", Project.State.values());
        model.addAttribute("units", names.units());
        model.addAttribute("leaders", people.inGroup("leaders"));
        model.addAttribute("people", names.people());
        model.addAttribute("today", LocalDate.now(clock));
        return "board/projects";
    }

    /** How many have each lamp, the lamp to look at first before the others; lamps nobody has are left out. */
    private static Map<Lamp.Color, Long> byLamp(List<Standing.Whole> all) {
        Map<Lamp.Color, Long> lamps = new LinkedHashMap<>();
        all.stream()
                .map(Standing.Whole::lamp)
                .sorted(Comparator.comparingInt(Lamp::rank))
                .forEach(lamp -> lamps.merge(lamp.color(), 1L, Long::sum));
        return lamps;
    }

    /** In the order of the kinds; kinds nobody has are left out. */
    static Map<String, List<Line>> byKind(List<Standing.Whole> found) {
        var codes = found.stream().map(whole -> whole.project().code()).collect(Collectors.toSet());
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> groups.put(kind.code(), new ArrayList<>()));
        found.stream()
                .filter(whole -> !codes.contains(whole.project().parent()))
                .forEach(whole -> {
                    var lines = groups.computeIfAbsent(whole.project().kind(), kind -> new ArrayList<>());
                    lines.add(new Line(whole, false));
                    addPhases(whole, found, lines);
                });
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static void addPhases(Standing.Whole parent, List<Standing.Whole> found, List<Line> lines) {
        found.stream()
                .filter(whole -> Objects.equals(
                        whole.project().parent(), parent.project().code()))
                .forEach(phase -> {
                    lines.add(new Line(phase, true));
                    addPhases(phase, found, lines);
                });
    }
}
