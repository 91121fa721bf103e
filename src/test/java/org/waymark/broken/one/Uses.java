package org.waymark.broken.one;

import org.waymark.broken.two.Used;

/** Comes in by a door that is not open to its room. */
class Uses {

    Used used;
}
