package org.waymark.deadline;

/** What asking a rule comes to: a day, that no limit was then in force, or what it forbids. */
public sealed interface Outcome permits Computed, NoLimit, Constraint {}
