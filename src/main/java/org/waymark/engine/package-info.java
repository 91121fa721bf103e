/** Everything that touches Camunda: configuration, deployment, events, rights, the demo clock. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity"})
package org.waymark.engine;
