/** The town's indicators of a year: target, actual, growth, rank, each with its source; every change stays in sight. */
@org.springframework.modulith.NamedInterface("indicator")
package org.waymark.progress.indicator;
