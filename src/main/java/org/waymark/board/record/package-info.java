/** What was done in a project itself, step by step, and its change log. */
package org.waymark.board.record;
