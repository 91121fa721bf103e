/** People, units, villages, roles, deputies, leave and login: the one truth about people. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"office"})
package org.waymark.identity;
