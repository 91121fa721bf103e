/** The town of the demo: its projects from a portfolio file, and the railway's households, graves and parcels, made up. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"project", "project :: portfolio", "roster", "deadline", "calendar"})
package org.waymark.demo;
