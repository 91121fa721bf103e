package org.waymark.milestone.step;

/** A step waits for somebody; {@code stage} is where its case stands now, null if the diagram names none. */
public record StepOpened(String instanceKey, String element, String stage) {}
