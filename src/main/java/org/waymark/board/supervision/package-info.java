/** Pages on periods stopped and prolonged, and on what is to be decided. */
package org.waymark.board.supervision;
