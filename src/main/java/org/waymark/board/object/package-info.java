/** One object's page: its cases, steps and history. */
package org.waymark.board.object;
