package org.waymark.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.calendar.WorkCalendar;
import org.waymark.milestone.standing.Lamp.Color;
import org.waymark.milestone.standing.OpenStep;
import org.waymark.milestone.standing.OpenSteps;
import org.waymark.milestone.standing.Standing;

/** The board (进度总览): what is newly overdue, due this week, long overdue, waiting; and how far each project is. */
@Controller
class BoardController {

    private final OpenSteps steps;
    private final Standing standing;
    private final BoardTable table;
    private final WorkCalendar calendar;
    private final Clock clock;

    BoardController(OpenSteps steps, Standing standing, BoardTable table, WorkCalendar calendar, Clock clock) {
        this.steps = steps;
        this.standing = standing;
        this.table = table;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/board")
    String board(Model model) {
        LocalDate today = today();
        model.addAttribute("today", today);
        Map<Boolean, List<Standing.Whole>> projects = standing.all().stream()
                .sorted(Comparator.comparingInt(whole -> whole.lamp().rank()))
                .collect(Collectors.partitioningBy(BoardController::isUrgent));
        model.addAttribute("urgent", projects.get(true));
        model.addAttribute("calm", projects.get(false));
        model.addAttribute("opening", table.opening());
        model.addAttribute("parts", Groups.of(open(), today, calendar.minusWorkdays(today, 1)));
        return "board/board";
    }

    /**
     * Every row of one group, or of a project, a milestone, a village: each narrows what is shown. Without a section it
     * is all that is overdue.
     */
    @GetMapping("/board/overdue")
    String rows(
            @RequestParam(required = false) String project,
            @RequestParam(required = false) String milestone,
            @RequestParam(required = false) String village,
            @RequestParam(required = false) String team,
            @RequestParam(required = false) Section section,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LocalDate today = today();
        LocalDate lastWorkday = calendar.minusWorkdays(today, 1);
        List<OpenStep> found = open().stream()
                .filter(step -> asked(project, step.project()) && asked(milestone, step.milestone()))
                .filter(step -> asked(village, step.village()) && asked(team, step.team()))
                .filter(step ->
                        section == null ? step.overdueOn(today) : Section.of(step, today, lastWorkday) == section)
                .toList();
        model.addAttribute("today", today);
        model.addAttribute("place", new Groups.Place(project, milestone, village, team));
        model.addAttribute("section", section);
        model.addAttribute("rows", Page.of(found, page));
        return "board/overdue";
    }

    private List<OpenStep> open() {
        List<OpenStep> open = new ArrayList<>(steps.dueBefore(Section.end(today())));
        open.addAll(steps.waiting());
        return open;
    }

    private static boolean isUrgent(Standing.Whole project) {
        return Set.of(Color.RED, Color.WAITING, Color.YELLOW)
                .contains(project.lamp().color());
    }

    private static boolean asked(String wanted, String found) {
        return wanted == null || wanted.isEmpty() || Objects.equals(wanted, found);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
