/** The ledger of periods of law (时限台账) as pages show it. */
package org.waymark.board.period;
