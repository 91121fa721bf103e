/** The town's list of projects as a file or a form: read, checked, compared with what is there, opened. */
@org.springframework.modulith.NamedInterface("portfolio")
package org.waymark.project.portfolio;
