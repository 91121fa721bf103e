package org.waymark.project.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which fields an entry may have, and how long they may be. */
final class Fields {

    /** What may stand at the left edge of a project. */
    static final List<String> TOP = List.of(
            "code",
            "template",
            "kind",
            "name",
            "leader",
            "unit",
            "manager",
            "start",
            "target",
            "investment",
            "years",
            "quantities",
            "parent",
            "needs",
            "stage",
            "done",
            "planned",
            "madeUp");

    static final List<String> NEEDED =
            List.of("code", "template", "kind", "name.zh", "name.en", "leader", "unit", "manager", "start", "target");

    /** Characters a text may have; what is not named here is a code of at most 80. */
    private static final Map<String, Integer> LONGEST = Map.of("name", 200, "years", 400, "note", 400);

    /** All names of made-up fields together, with blanks between. */
    static final int LONGEST_MADE_UP = 400;

    static final int DECIMALS = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999_999L);
    private static final int CODE = 80;
    private static final int QUANTITY_NAME = 100;
    private static final int QUANTITY_UNIT = 20;

    /** Names of fields that can be made up: those of the top, and parts of some. */
    private static final Pattern MADE_UP = Pattern.compile(String.join("|", TOP)
            + "|name\\.(zh|en)|(planned|done)\\.[^.]+|needs\\.\\d+(\\.\\w+)?|years\\.investment|years\\.target");

    private static final Pattern KNOWN = Pattern.compile("code|template|kind|name\\.(zh|en)|leader|unit|manager|start"
            + "|target|investment|parent|stage|years\\.[^.]+\\.(investment|target)"
            + "|quantities\\.[^.]+\\.(zh|en|unit|planned|done)"
            + "|needs\\.\\d+\\.(milestone|project|reached|quantity|atLeast|note)|(done|planned)\\.[^.]+|madeUp\\.\\d+");

    /** Between which years a plan may lie. */
    static final int FIRST_YEAR = 2000;

    static final int LAST_YEAR = 2100;

    private Fields() {}

    static boolean outside(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR;
    }

    static boolean known(String path) {
        return KNOWN.matcher(path).matches();
    }

    static boolean canBeMadeUp(String name) {
        return MADE_UP.matcher(name).matches();
    }

    /** Whether a part of what {@code path} begins with is known, so that it is there in another shape than it should be. */
    static boolean misshapen(String path) {
        return TOP.contains(path.split("\\.")[0]) && (!path.contains(".") || !isGroup(path.split("\\.")[0]));
    }

    private static boolean isGroup(String top) {
        return List.of("name", "years", "quantities", "needs", "done", "planned", "madeUp")
                .contains(top);
    }

    /** Key of what is wrong with a number, null if nothing is. */
    static String wrongNumber(String text) {
        if (!text.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?")) {
            return "number.form";
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() < 0) {
            return "number.negative";
        }
        return number.compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > DECIMALS ? "number.range" : null;
    }

    static int longest(String path) {
        String top = path.split("\\.")[0];
        String last = path.substring(path.lastIndexOf('.') + 1);
        if (top.equals("quantities")) {
            return last.equals("unit") ? QUANTITY_UNIT : QUANTITY_NAME;
        }
        return LONGEST.getOrDefault(last, LONGEST.getOrDefault(top, CODE));
    }
}
