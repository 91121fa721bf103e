/** The periods of law that run and have run (时限台账), and what diagrams may ask of them. */
@org.springframework.modulith.NamedInterface("ledger")
package org.waymark.deadline.ledger;
