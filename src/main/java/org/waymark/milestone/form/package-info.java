/** What a step's form in Tasklist asks of the server, and what was entered there, for other pages. */
@org.springframework.modulith.NamedInterface("form")
package org.waymark.milestone.form;
