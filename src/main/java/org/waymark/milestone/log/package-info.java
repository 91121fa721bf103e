/** The append-only log of changes and its seals. */
@org.springframework.modulith.NamedInterface("log")
package org.waymark.milestone.log;
