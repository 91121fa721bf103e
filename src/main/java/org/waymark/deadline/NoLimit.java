package org.waymark.deadline;

import java.time.LocalDate;

/** The law in force on the anchor date sets no limit, or its rule is not in the catalogue (当时规则未录入). */
public record NoLimit(String rule, LocalDate anchor) implements Outcome {}
