package org.waymark.milestone.step;

import java.time.LocalDate;

/** A step was submitted; told inside the transaction that completes its task. */
public record StepClosed(String instanceKey, String element, LocalDate happenedOn) {}
