/** The words of the morning mail. */
package org.waymark.reminder.digest;
