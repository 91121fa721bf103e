package org.waymark.engine;

/**
 * A process instance came to an end event of its diagram; told inside the engine's own transaction. Deleted instances
 * are not told.
 *
 * @param end id of the end event, which says how it came out
 */
public record InstanceEnded(String instanceKey, String process, String end) {}
