/** A room that may use no other room. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.broken.one;
