package org.waymark.engine;

/**
 * A timer that waited for a period of law is over; told inside the engine's own transaction.
 *
 * @param instanceKey business key of its process instance
 * @param rule code of the rule the diagram's expression asks
 * @param cancelled it did not fire but was taken away, by a return or with its case
 */
public record TimerNews(String instanceKey, String element, String rule, boolean cancelled) {}
