/** How papers were served and notices posted (送达、张贴): what a citizen's period and a posting's period start from. */
@org.springframework.modulith.NamedInterface("service")
package org.waymark.deadline.service;
