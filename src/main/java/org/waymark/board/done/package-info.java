/** What the reader has done. */
package org.waymark.board.done;
