/** Where projects, milestones and open steps stand today: figures, shares and lamps. */
@org.springframework.modulith.NamedInterface("standing")
package org.waymark.milestone.standing;
