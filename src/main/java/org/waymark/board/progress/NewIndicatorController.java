package org.waymark.board.progress;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.engine.Refused;
import org.waymark.progress.indicator.Indicator;
import org.waymark.progress.indicator.Indicator.Measure;
import org.waymark.progress.indicator.Indicator.Statement;
import org.waymark.progress.indicator.Indicators;

/** The office lists what the town is measured by in a year. */
@Controller
class NewIndicatorController {

    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(2000);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2199);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_UNIT_EN = 40;

    private final Indicators indicators;
    private final ProgressReaders readers;
    private final TypedIn typedIn;
    private final Clock clock;

    NewIndicatorController(Indicators indicators, ProgressReaders readers, TypedIn typedIn, Clock clock) {
        this.indicators = indicators;
        this.readers = readers;
        this.typedIn = typedIn;
        this.clock = clock;
    }

    @GetMapping("/indicators/new")
    String form(@RequestParam(required = false) String year, Model model) {
        office();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(
                "year",
                year == null || !year.matches("\\d{4}")
                        ? String.valueOf(LocalDate.now(clock).getYear())
                        : year);
        return page(typed, model);
    }

    @PostMapping("/indicators/new")
    String list(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        office();
        try {
            Indicator listed = indicators.list(indicator(typed));
            return "redirect:/indicators/" + listed.year() + "/" + listed.code();
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getMessage());
            return page(typed, model);
        }
    }

    private Indicator indicator(Map<String, String> typed) {
        BigDecimal year = typedIn.number(typed, "year", "indicator.year", FIRST_YEAR, LAST_YEAR);
        if (year.stripTrailingZeros().scale() > 0) {
            throw typedIn.refused("indicator.year.whole", typed.get("year"));
        }
        return new Indicator(
                year.intValue(),
                null,
                Statement.valueOf(one(typed, "statement", "indicator.statement", Statement.values())),
                0,
                typedIn.required(typed, "nameZh", "indicator.nameZh", LONGEST_NAME),
                typedIn.required(typed, "nameEn", "indicator.nameEn", LONGEST_NAME),
                typedIn.required(typed, "unitZh", "indicator.unitZh", LONGEST_UNIT),
                typedIn.required(typed, "unitEn", "indicator.unitEn", LONGEST_UNIT_EN),
                Measure.valueOf(one(typed, "measure", "indicator.measure", Measure.values())),
                null);
    }

    /** One of those that can be chosen; anything else counts as not filled in. */
    private String one(Map<String, String> typed, String field, String label, Enum<?>... choices) {
        String chosen = typed.getOrDefault(field, "");
        boolean known = Arrays.stream(choices).anyMatch(one -> one.name().equals(chosen));
        return typedIn.required(known ? typed : Map.of(), field, label, LONGEST_NAME);
    }

    private String page(Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("statements", Statement.values());
        model.addAttribute("measures", Measure.values());
        return "board/indicator-new";
    }

    private void office() {
        if (!readers.office()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
