/** The arithmetic of periods over HTTP, with the sentence that explains each result. */
@org.springframework.modulith.NamedInterface("api")
package org.waymark.deadline.api;
