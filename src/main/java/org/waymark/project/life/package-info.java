/** What happens to a project between its opening and its end: stops, amounts done, a new year. */
@org.springframework.modulith.NamedInterface("life")
package org.waymark.project.life;
