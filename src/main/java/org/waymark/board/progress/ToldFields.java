package org.waymark.board.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.board.Names;
import org.waymark.progress.Figures.Told;
import org.waymark.progress.Matter;
import org.waymark.project.Plan.Quantity;

/** The fields of a correction for what needs coordination and for the amounts done. */
@Component
class ToldFields {

    /** Places there are for matters, as in the monthly form. */
    static final List<Integer> PLACES = List.of(1, 2, 3);

    static final List<String> LEVELS = List.of("town", "city", "taizhou", "province");

    private static final BigDecimal MOST = new BigDecimal("999999999");
    private static final int LONGEST_MATTER = 500;
    private static final int LONGEST_UNIT = 60;

    private final TypedIn typedIn;
    private final Names names;

    ToldFields(TypedIn typedIn, Names names) {
        this.typedIn = typedIn;
        this.names = names;
    }

    /** What stands in them at first. */
    static Map<String, String> typed(Told told) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Matter one : told.matters()) {
            typed.put("matter" + one.seq(), one.matter());
            typed.put("unit" + one.seq(), one.unit());
            typed.put("level" + one.seq(), one.level());
            typed.put("limit" + one.seq(), one.limitOn().toString());
            typed.put("solved" + one.seq(), one.solved() ? "yes" : "no");
        }
        told.quantities()
                .forEach((code, done) ->
                        typed.put("done." + code, done.stripTrailingZeros().toPlainString()));
        return typed;
    }

    /** @throws org.waymark.engine.Refused if one is begun and not whole, or a day or level is none */
    List<Matter> matters(Map<String, String> typed, String project) {
        List<Matter> matters = new ArrayList<>();
        for (int place : PLACES) {
            String what = typedIn.text(typed, "matter" + place, "progress.matter", LONGEST_MATTER);
            String unit = typedIn.text(typed, "unit" + place, "progress.matter.unit", LONGEST_UNIT);
            String level = typedIn.text(typed, "level" + place, "progress.matter.level", LONGEST_UNIT);
            LocalDate limit = typedIn.day(typed, "limit" + place, "progress.matter.limit");
            List<Object> given = Stream.of(what, unit, level, limit)
                    .filter(one -> one != null)
                    .map(Object.class::cast)
                    .toList();
            if (!given.isEmpty() && (given.size() < 4 || !LEVELS.contains(level))) {
                throw typedIn.refused("progress.matter.whole", place);
            }
            if (what != null) {
                boolean solved = "yes".equals(typed.get("solved" + place));
                matters.add(new Matter(project, place, what, unit, level, limit, solved));
            }
        }
        return matters;
    }

    /** Amounts by code; what was left empty is not told. */
    Map<String, BigDecimal> quantities(Map<String, String> typed, List<Quantity> told) {
        Map<String, BigDecimal> done = new TreeMap<>();
        for (Quantity one : told) {
            BigDecimal amount =
                    typedIn.optional(typed, "done." + one.code(), one.name(names.lang()), BigDecimal.ZERO, MOST);
            if (amount != null) {
                done.put(one.code(), amount);
            }
        }
        return done;
    }
}
