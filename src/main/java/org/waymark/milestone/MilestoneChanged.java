package org.waymark.milestone;

/** A milestone was reached, skipped or cancelled, or was done before Waymark; told in the transaction that did it. */
public record MilestoneChanged(String project, String element, Milestone.State state) {}
