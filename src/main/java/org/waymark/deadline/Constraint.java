package org.waymark.deadline;

import java.time.LocalDate;

/**
 * What the law forbids, asked for a day.
 *
 * @param day the day something is planned for
 * @param nextWorkday that day, or the first workday after it
 */
public record Constraint(Rule rule, LocalDate day, LocalDate nextWorkday) implements Outcome {}
