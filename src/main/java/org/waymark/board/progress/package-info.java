/** The pages of monthly reports and of the year's indicators. */
package org.waymark.board.progress;
