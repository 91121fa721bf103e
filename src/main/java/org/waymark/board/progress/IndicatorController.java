package org.waymark.board.progress;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.waymark.progress.indicator.Indicator;
import org.waymark.progress.indicator.Indicators;
import org.waymark.progress.indicator.Known;

/** The year's indicators beside those of the year before; the office records what is known of them. */
@Controller
class IndicatorController {

    private static final BigDecimal MOST = new BigDecimal("99999999");
    private static final BigDecimal LEAST_GROWTH = BigDecimal.valueOf(-100);
    private static final BigDecimal MOST_GROWTH = BigDecimal.valueOf(10_000);
    private static final BigDecimal LAST_RANK = BigDecimal.valueOf(999);
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_NOTE = 500;

    private final Indicators indicators;
    private final ProgressReaders readers;
    private final Names names;
    private final TypedIn typedIn;
    private final Clock clock;

    IndicatorController(Indicators indicators, ProgressReaders readers, Names names, TypedIn typedIn, Clock clock) {
        this.indicators = indicators;
        this.readers = readers;
        this.names = names;
        this.typedIn = typedIn;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    String all(@RequestParam(required = false) String year, Model model) {
        List<Integer> years = indicators.years();
        int wanted =
                year == null || year.isBlank() ? years.stream().findFirst().orElse(today().getYear()) : parse(year);
        model.addAttribute("year", wanted);
        model.addAttribute("years", years);
        model.addAttribute("statements", IndicatorRow.of(indicators.of(wanted), indicators.of(wanted - 1)));
        model.addAttribute("people", names.people());
        model.addAttribute("office", readers.office());
        return "board/indicators";
    }

    @GetMapping("/indicators/{year}/{code}")
    String one(@PathVariable String year, @PathVariable String code, Model model) {
        Indicator indicator = find(year, code);
        Map<String, String> typed = new LinkedHashMap<>();
        if (indicator.known() != null) {
            Known known = indicator.known();
            typed.put("target", plain(known.target()));
            typed.put("actual", plain(known.actual()));
            typed.put("growth", plain(known.growth()));
            typed.put("rank", known.townRank() == null ? "" : known.townRank().toString());
            typed.put("note", known.note());
        }
        return page(indicator, typed, model);
    }

    @PostMapping("/indicators/{year}/{code}")
    String record(
            @PathVariable String year,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Indicator indicator = find(year, code);
        if (!readers.office()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            indicators.record(indicator.year(), code, known(version, indicator, typed));
            return "redirect:/indicators/{year}/{code}";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getMessage());
            return page(indicator, typed, model);
        }
    }

    private Known known(int version, Indicator indicator, Map<String, String> typed) {
        boolean growth = indicator.measure() == Indicator.Measure.GROWTH;
        BigDecimal rank = typedIn.optional(typed, "rank", "indicator.rank", BigDecimal.ONE, LAST_RANK);
        if (rank != null && rank.stripTrailingZeros().scale() > 0) {
            throw typedIn.refused("indicator.rank.whole", typed.get("rank"));
        }
        return new Known(
                version,
                typedIn.optional(
                        typed,
                        "target",
                        "indicator.target",
                        growth ? LEAST_GROWTH : BigDecimal.ZERO,
                        growth ? MOST_GROWTH : MOST),
                typedIn.optional(typed, "actual", "indicator.actual", BigDecimal.ZERO, MOST),
                typedIn.optional(typed, "growth", "indicator.growth", LEAST_GROWTH, MOST_GROWTH),
                rank == null ? null : rank.intValue(),
                typedIn.required(typed, "source", "indicator.source", LONGEST_SOURCE),
                typedIn.pastDay(typed, "sourceOn", "indicator.sourceOn", today()),
                typedIn.text(typed, "note", "indicator.note", LONGEST_NOTE),
                false,
                ProgressReaders.who(),
                null);
    }

    private String page(Indicator indicator, Map<String, String> typed, Model model) {
        var versions = indicators.versions(indicator.year(), indicator.code());
        model.addAttribute("indicator", indicator);
        model.addAttribute("typed", typed);
        model.addAttribute("versions", versions);
        model.addAttribute("version", versions.isEmpty() ? 0 : versions.get(0).version());
        model.addAttribute("people", names.people());
        model.addAttribute("office", readers.office());
        return "board/indicator";
    }

    private Indicator find(String year, String code) {
        return indicators.find(parse(year), code).orElseThrow(IndicatorController::unknown);
    }

    private static int parse(String year) {
        if (!year.matches("(19|20|21)\\d\\d")) {
            throw unknown();
        }
        return Integer.parseInt(year);
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
