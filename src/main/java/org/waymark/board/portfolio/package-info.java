/** All projects on one page; opening one from a form, or many from a file. */
package org.waymark.board.portfolio;
