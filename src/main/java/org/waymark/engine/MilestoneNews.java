package org.waymark.engine;

/** What happens to the milestones of a project's process, told inside the engine's own transaction. */
public sealed interface MilestoneNews {

    String project();

    /** The id of the milestone's sub-process in the diagram. */
    String milestone();

    record Entered(String project, String milestone) implements MilestoneNews {}

    /** {@code cancelled}: it was not finished but taken away, by deletion or by moving the process elsewhere. */
    record Left(String project, String milestone, boolean cancelled) implements MilestoneNews {}
}
