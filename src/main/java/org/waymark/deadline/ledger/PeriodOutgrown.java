package org.waymark.deadline.ledger;

import java.time.LocalDate;

/**
 * A period that had to last was taken as elapsed, and would have to last longer by what is known now: somebody has to
 * decide, nothing is changed by itself. Told inside the transaction that finds it.
 *
 * @param period as it was taken
 * @param dueOn the last full day it would have to last to
 * @param notice publication date of the notice that makes it longer
 */
public record PeriodOutgrown(LegalPeriod period, LocalDate dueOn, LocalDate notice) {}
