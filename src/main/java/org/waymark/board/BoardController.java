package org.waymark.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.milestone.Lamp;
import org.waymark.milestone.Standing;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The board (进度总览): what is newly overdue, due this week, long overdue, and how far each project is. */
@Controller
class BoardController {

    private static final int WEEK = 7;

    private final BoardTable table;
    private final Projects projects;
    private final Standing standing;
    private final Clock clock;

    BoardController(BoardTable table, Projects projects, Standing standing, Clock clock) {
        this.table = table;
        this.projects = projects;
        this.standing = standing;
        this.clock = clock;
    }

    /** A project's line on the board. */
    record Line(Project project, List<Standing.Now> milestones, long percent, Lamp lamp) {}

    @GetMapping("/board")
    String board(Model model, Locale locale) {
        LocalDate today = today();
        List<OpenStep> steps = table.dueBefore(today.plusDays(WEEK));
        model.addAttribute("today", today);
        model.addAttribute("lines", lines());
        model.addAttribute("fresh", Groups.of(steps, step -> late(step, 1, WEEK), today));
        model.addAttribute("week", Groups.of(steps, step -> late(step, 1 - WEEK, 0), today));
        model.addAttribute("old", Groups.of(steps, step -> late(step, WEEK + 1, Integer.MAX_VALUE), today));
        model.addAttribute("freshCount", count(steps, 1, WEEK));
        model.addAttribute("weekCount", count(steps, 1 - WEEK, 0));
        model.addAttribute("oldCount", count(steps, WEEK + 1, Integer.MAX_VALUE));
        model.addAttribute(
                "waitingCount", steps.stream().filter(OpenStep::waits).count());
        model.addAttribute("cut", steps.size() == BoardTable.MOST);
        model.addAttribute("lang", locale.getLanguage());
        return "board/board";
    }

    /** All rows of one group. */
    @GetMapping("/board/overdue")
    String group(@RequestParam String key, Model model, Locale locale) {
        LocalDate today = today();
        List<OpenStep> steps = table.dueBefore(today.plusDays(WEEK));
        model.addAttribute("today", today);
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute(
                "group",
                Groups.of(steps, step -> true, today).stream()
                        .filter(group -> group.key().equals(key))
                        .findFirst()
                        .orElse(new Groups.Group(key, List.of(), today)));
        return "board/group";
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Project project : projects.all()) {
            List<Standing.Now> milestones = standing.of(project.code());
            lines.add(new Line(
                    project,
                    milestones,
                    Math.round(Standing.progress(milestones) * 100),
                    Lamp.worst(milestones.stream().map(Standing.Now::lamp).toList())));
        }
        return lines;
    }

    /** What waits for an outsider is counted apart. */
    private long count(List<OpenStep> steps, long from, long to) {
        return steps.stream()
                .filter(step -> late(step, from, to) && !step.waits())
                .count();
    }

    private boolean late(OpenStep step, long from, long to) {
        long days = step.daysLate(today());
        return days >= from && days <= to;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
