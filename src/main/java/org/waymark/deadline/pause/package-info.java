/** Stretches of days a period stood still. */
package org.waymark.deadline.pause;
