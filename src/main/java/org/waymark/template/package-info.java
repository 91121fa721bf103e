/** Templates: the diagrams in bpmn/, their forms, stages and names in both languages. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"engine"})
package org.waymark.template;
