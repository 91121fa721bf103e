/** What every request passes before it is anybody's, and how failures look that no page of ours answers. */
@org.springframework.modulith.NamedInterface("door")
package org.waymark.identity.door;
