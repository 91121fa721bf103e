package org.waymark.deadline.parameter;

/** Knows which lot (标段) a case belongs to. */
public interface Sections {

    /** The lot of the case's object; empty for a project, or an object without one. */
    String of(String instanceKey);
}
