/** People, units, villages, roles, deputies, leave and login: the one truth about people. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.identity;
