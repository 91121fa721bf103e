/** The arithmetic of periods over HTTP, with the sentence that explains each result. */
package org.waymark.deadline.api;
