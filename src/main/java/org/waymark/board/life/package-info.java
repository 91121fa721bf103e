/** Pages on a project's life: stopped, ended, planned anew, carried over, amounts done. */
package org.waymark.board.life;
