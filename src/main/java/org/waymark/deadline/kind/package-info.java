/** What the kinds of rules allow and refuse on a day: too early, too late, too often. */
@org.springframework.modulith.NamedInterface("kind")
package org.waymark.deadline.kind;
