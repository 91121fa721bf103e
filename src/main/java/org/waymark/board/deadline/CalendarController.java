package org.waymark.board.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.board.Names;
import org.waymark.board.OfficeOnly;
import org.waymark.calendar.Notice;
import org.waymark.calendar.WorkCalendar;

/** The working calendar of a year and the notices it comes from. */
@Controller
class CalendarController {

    private static final int FIRST_YEAR = 2001;
    private static final int LAST_YEAR = 2099;

    private final WorkCalendar calendar;
    private final OfficeOnly office;
    private final Names names;
    private final Clock clock;

    CalendarController(WorkCalendar calendar, OfficeOnly office, Names names, Clock clock) {
        this.calendar = calendar;
        this.office = office;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String year(@RequestParam(defaultValue = "") String year, Model model) {
        LocalDate today = LocalDate.now(clock);
        int wanted = year.matches("\\d{4}") ? Integer.parseInt(year) : today.getYear();
        int shown = Math.min(Math.max(wanted, FIRST_YEAR), LAST_YEAR);
        List<Notice> about = calendar.notices().stream()
                .filter(notice -> notice.days().stream().anyMatch(days -> days.about(shown)))
                .sorted(Comparator.comparing(Notice::published))
                .toList();
        model.addAttribute("view", YearView.of(shown, calendar, today));
        model.addAttribute("notices", about);
        model.addAttribute("people", names.people());
        model.addAttribute("office", office.may());
        return "board/calendar";
    }
}
