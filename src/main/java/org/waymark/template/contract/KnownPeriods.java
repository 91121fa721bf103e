package org.waymark.template.contract;

/** Whether a legal period that a diagram names is in the catalogue; answered by a room that knows the catalogue. */
@FunctionalInterface
public interface KnownPeriods {

    boolean knows(String code);
}
