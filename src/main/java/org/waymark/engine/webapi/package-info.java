/** What stands in front of Camunda's web applications and their web API, and how refusals are said there. */
package org.waymark.engine.webapi;
