package org.waymark.broken.two;

/** Used by a room that may not. */
public class Used {}
