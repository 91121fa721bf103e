/** The pages of deadlines by law: the catalogue of rules, the calendar, and the periods that run. */
package org.waymark.board.deadline;
