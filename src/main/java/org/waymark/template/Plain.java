package org.waymark.template;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What can be kept as it was typed: readable characters, and days within living memory and planning. */
public final class Plain {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2200;

    private Plain() {}

    /** Whether every character can be stored and shown: no control characters but line ends and tabs, no broken pairs. */
    public static boolean is(String text) {
        return text.chars().noneMatch(one -> Character.isISOControl(one) && "\n\r\t".indexOf(one) < 0)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Whether the day's year is one a file can have been made in, or a plan can reach. */
    public static boolean isYear(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
