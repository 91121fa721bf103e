package org.waymark.deadline.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Rule.Parameter;

/**
 * How far a project may go. What comes from a law ({@code mark} other than custom) is never made worse for citizens: a
 * period that has to last and a citizen's are not shortened, one of ours is not lengthened.
 */
final class Limits {

    /** Units at most, a year of days. */
    static final int LONGEST = 365;

    static final int MOST_TIERS = 6;

    private Limits() {}

    /** The setting as it is kept, of what was typed in; whether a rule applies is typed as {@code yes} or {@code no}. */
    static String tidy(Rule rule, Parameter parameter, String typed) {
        if (!rule.parameters().contains(parameter)) {
            throw new WrongSetting("parameter.law", rule.code(), rule.authority());
        }
        String text = typed == null ? "" : typed.strip();
        return switch (parameter) {
            case N -> number(rule, text);
            case UNIT -> known(text.toUpperCase(Locale.ROOT), Map.of("D", "D", "WD", "WD"), "parameter.unit");
            case OFF -> known(text.toLowerCase(Locale.ROOT), Map.of("no", "true", "yes", "false"), "parameter.off");
            case TIERS -> tiers(text);
        };
    }

    private static String number(Rule rule, String text) {
        int n = whole(text, "parameter.number");
        if ("custom".equals(rule.mark())) {
            return String.valueOf(n);
        }
        boolean lasts = rule.kind() == Kind.MIN || rule.kind() == Kind.BACK || rule.holder() == Holder.THEIRS;
        if (lasts && n < rule.n()) {
            throw new WrongSetting("parameter.least", rule.n(), rule.authority());
        }
        if (!lasts && n > rule.n()) {
            throw new WrongSetting("parameter.most", rule.n(), rule.authority());
        }
        return String.valueOf(n);
    }

    private static String tiers(String text) {
        List<String> days = new ArrayList<>();
        int before = 0;
        for (String part : text.split("[,，、\\s]+", -1)) {
            int day = whole(part, "parameter.tiers");
            if (day <= before) {
                throw new WrongSetting("parameter.tiers", text, LONGEST);
            }
            days.add(String.valueOf(day));
            before = day;
        }
        if (days.size() > MOST_TIERS) {
            throw new WrongSetting("parameter.tiers", text, LONGEST);
        }
        return String.join(",", days);
    }

    private static int whole(String text, String key) {
        int n = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (n < 1 || n > LONGEST) {
            throw new WrongSetting(key, text, LONGEST);
        }
        return n;
    }

    private static String known(String text, Map<String, String> words, String key) {
        String kept = words.get(text);
        if (kept == null) {
            throw new WrongSetting(key, text);
        }
        return kept;
    }
}
