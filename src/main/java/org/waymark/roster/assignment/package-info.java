/** Who gets the steps of an object: what diagrams may ask by the name {@code assignment}. */
package org.waymark.roster.assignment;
