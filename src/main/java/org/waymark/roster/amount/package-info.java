/** How much of a project's quantities its rosters say is done. */
@org.springframework.modulith.NamedInterface("amount")
package org.waymark.roster.amount;
