/** What a step's form in Tasklist asks of the server. */
package org.waymark.milestone.form;
