/** Gates of milestones that have a roster: who waits there, when a roster lets them through. */
package org.waymark.roster.gate;
