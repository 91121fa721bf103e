package org.waymark.board.progress;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.Names;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.progress.Figures;
import org.waymark.progress.Figures.Told;
import org.waymark.progress.Report;
import org.waymark.progress.Reports;
import org.waymark.progress.Reports.Correction;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** One report with all its versions, and its correction. */
@Controller
class CorrectionController {

    private static final BigDecimal MOST = new BigDecimal("9999999");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONG_TEXT = 1000;
    private static final int SHORT_TEXT = 500;

    private final Reports reports;
    private final Projects projects;
    private final ProgressReaders readers;
    private final ChangeLog log;
    private final Names names;
    private final TypedIn typedIn;
    private final ToldFields told;

    CorrectionController(
            Reports reports,
            Projects projects,
            ProgressReaders readers,
            ChangeLog log,
            Names names,
            TypedIn typedIn,
            ToldFields told) {
        this.reports = reports;
        this.projects = projects;
        this.readers = readers;
        this.log = log;
        this.names = names;
        this.typedIn = typedIn;
        this.told = told;
    }

    @GetMapping("/progress/{month}/{project}")
    String report(@PathVariable String month, @PathVariable String project, Model model) {
        Report report = report(month, project);
        reports.versions(report).stream().findFirst().ifPresent(newest -> {
            Map<String, String> typed = typed(newest);
            typed.putAll(ToldFields.typed(reports.told(report).get(0)));
            model.addAttribute("typed", typed);
        });
        return page(report, model);
    }

    private static Map<String, String> typed(Figures newest) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("invested", newest.invested().stripTrailingZeros().toPlainString());
        typed.put("recognised", newest.recognised().stripTrailingZeros().toPlainString());
        typed.put("percent", newest.percent().stripTrailingZeros().toPlainString());
        typed.put("scene", newest.scene());
        typed.put("problems", newest.problems());
        return typed;
    }

    @PostMapping("/progress/{month}/{project}")
    String correct(
            @PathVariable String month,
            @PathVariable String project,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        Report report = report(month, project);
        if (!readers.corrects(projects.find(project).orElseThrow())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            // a form without places for matters leaves them as they are
            Told before = reports.told(report).stream().findFirst().orElse(new Told(0, List.of(), Map.of()));
            var correction = new Correction(
                    typedIn.number(typed, "invested", "progress.invested", BigDecimal.ZERO, MOST),
                    typedIn.number(typed, "recognised", "progress.recognised.short", BigDecimal.ZERO, MOST),
                    typedIn.number(typed, "percent", "progress.percent", BigDecimal.ZERO, HUNDRED),
                    typedIn.required(typed, "scene", "progress.scene", LONG_TEXT),
                    typedIn.text(typed, "problems", "progress.problems", LONG_TEXT),
                    typed.containsKey("matter1") ? told.matters(typed, project) : before.matters(),
                    typed.containsKey("matter1")
                            ? told.quantities(typed, reports.quantities(project))
                            : before.quantities(),
                    typedIn.text(typed, "reason", "progress.reason", SHORT_TEXT));
            reports.correct(project, report.month(), version, correction, ProgressReaders.who());
            return "redirect:/progress/{month}/{project}?done=true";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getMessage());
            model.addAttribute("typed", typed);
            return page(report, model);
        }
    }

    private String page(Report report, Model model) {
        Project project = projects.find(report.project()).orElseThrow();
        model.addAttribute("project", project);
        model.addAttribute("report", report);
        model.addAttribute("versions", reports.versions(report));
        model.addAttribute("told", reports.told(report));
        model.addAttribute("quantities", reports.quantities(report.project()));
        model.addAttribute(
                "quantityNames",
                projects.quantities(report.project()).stream()
                        .collect(Collectors.toMap(Quantity::code, one -> one.name(names.lang()))));
        model.addAttribute("places", ToldFields.PLACES);
        model.addAttribute("levels", ToldFields.LEVELS);
        model.addAttribute(
                "sheet", reports.sheet(report.month(), one -> one.code().equals(report.project())));
        model.addAttribute("locked", reports.locked(report.month()));
        model.addAttribute("corrects", report.version() > 0 && readers.corrects(project));
        model.addAttribute("changes", log.of(report.reportKey()));
        model.addAttribute("people", names.people());
        return "board/report";
    }

    private Report report(String month, String project) {
        YearMonth of = ProgressController.parse(month);
        var seen = readers.seen();
        Project one = projects.find(project).orElseThrow(CorrectionController::unknown);
        if (!seen.test(one)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return reports.find(project, of).orElseThrow(CorrectionController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
