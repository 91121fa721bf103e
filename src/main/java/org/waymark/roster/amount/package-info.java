/** How much of a project's quantities its rosters say is done. */
package org.waymark.roster.amount;
