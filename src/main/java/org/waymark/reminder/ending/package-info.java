/** Who is told that something ends soon: bonus tiers and validities. */
package org.waymark.reminder.ending;
