package org.waymark.engine;

/** What happens to timers a case waits at; told inside the engine's own transaction. */
public sealed interface TimerNews {

    /** Business key of the process instance. */
    String instanceKey();

    /** A case came to a timer that names a stage (a posting period that runs). */
    record Began(String instanceKey, String stage) implements TimerNews {}

    /**
     * A timer that waited for a period of law is over.
     *
     * @param rule code of the rule the diagram's expression asks
     * @param cancelled it did not fire but was taken away, by a return or with its case
     */
    record Over(String instanceKey, String element, String rule, boolean cancelled) implements TimerNews {}
}
