/** Moves what is due when notices or anchors change, a few hundred periods at a time. */
@org.springframework.modulith.NamedInterface("period")
package org.waymark.milestone.period;
