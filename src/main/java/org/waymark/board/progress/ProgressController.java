package org.waymark.board.progress;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.board.Names;
import org.waymark.engine.Refused;
import org.waymark.progress.Reports;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** Who has reported a month and what, and what the office does with it: lock it, ask for what was missed. */
@Controller
class ProgressController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Reports reports;
    private final Projects projects;
    private final ProgressReaders readers;
    private final Names names;
    private final MonthWorkbook workbook;
    private final Clock clock;

    ProgressController(
            Reports reports,
            Projects projects,
            ProgressReaders readers,
            Names names,
            MonthWorkbook workbook,
            Clock clock) {
        this.reports = reports;
        this.projects = projects;
        this.readers = readers;
        this.names = names;
        this.workbook = workbook;
        this.clock = clock;
    }

    @GetMapping("/progress")
    String sheet(
            @RequestParam(required = false) String month, @RequestParam(required = false) String unit, Model model) {
        Predicate<Project> seen = readers.seen();
        List<YearMonth> months = reports.months();
        LocalDate today = LocalDate.now(clock);
        YearMonth wanted = month == null || month.isBlank()
                ? months.stream().findFirst().orElse(YearMonth.from(today))
                : parse(month);
        String inUnit = unit == null || unit.isBlank() ? null : unit;
        var sheet = reports.sheet(wanted, seen.and(project -> inUnit == null || inUnit.equals(project.unit())));
        model.addAttribute("sheet", sheet);
        model.addAttribute("months", months);
        model.addAttribute("units", units(seen));
        model.addAttribute("unit", inUnit);
        model.addAttribute("unitNames", names.units());
        model.addAttribute("today", today);
        model.addAttribute("people", names.people());
        model.addAttribute("office", readers.office());
        return "board/progress";
    }

    /** The same sheet as a workbook. */
    @GetMapping("/progress/sheet.xlsx")
    ResponseEntity<byte[]> workbook(@RequestParam String month, @RequestParam(required = false) String unit) {
        YearMonth wanted = parse(month);
        if (!reports.months().contains(wanted)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var sheet = reports.sheet(
                wanted, readers.seen().and(one -> unit == null || unit.isBlank() || unit.equals(one.unit())));
        String name = ContentDisposition.attachment()
                .filename("月报表-" + wanted + ".xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(workbook.write(sheet, LocalDate.now(clock)));
    }

    private List<String> units(Predicate<Project> seen) {
        return List.copyOf(new TreeSet<>(projects.all().stream()
                .filter(seen)
                .map(Project::unit)
                .filter(Objects::nonNull)
                .toList()));
    }

    @PostMapping("/progress/{month}/lock")
    String lock(@PathVariable String month, RedirectAttributes to) {
        office();
        return done(month, to, () -> reports.lock(parse(month), ProgressReaders.who()));
    }

    @PostMapping("/progress/{month}/{project}/supply")
    String supply(@PathVariable String month, @PathVariable String project, RedirectAttributes to) {
        Project one = projects.find(project).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!readers.corrects(one)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return done(month, to, () -> reports.supply(project, parse(month)));
    }

    private String done(String month, RedirectAttributes to, Runnable action) {
        to.addAttribute("month", month);
        try {
            action.run();
            to.addFlashAttribute("done", true);
        } catch (Refused refused) {
            to.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/progress";
    }

    private void office() {
        if (!readers.office()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** A month nobody can mean is a page that is not there. */
    static YearMonth parse(String month) {
        if (!month.matches("(19|20|21)\\d\\d-(0[1-9]|1[0-2])")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return YearMonth.parse(month);
    }
}
