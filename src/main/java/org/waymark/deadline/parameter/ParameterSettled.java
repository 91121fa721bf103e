package org.waymark.deadline.parameter;

/**
 * A project settled something of a rule; told inside the transaction that writes it.
 *
 * @param before what counted until now, in the form of {@link Setting#setting}; null if the catalogue did
 */
public record ParameterSettled(Setting now, String before) {}
