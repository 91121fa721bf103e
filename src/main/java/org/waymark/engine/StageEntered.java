package org.waymark.engine;

/** A case came to an event that names a stage (a posting period that runs); told inside the engine's own transaction. */
public record StageEntered(String instanceKey, String stage) {}
