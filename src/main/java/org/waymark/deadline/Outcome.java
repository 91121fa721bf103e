package org.waymark.deadline;

/** What asking a rule comes to: a day, or that no limit was then in force. */
public sealed interface Outcome permits Computed, NoLimit {}
