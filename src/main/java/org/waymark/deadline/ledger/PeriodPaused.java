package org.waymark.deadline.ledger;

/** A period stands still; told inside the transaction that stops it, so that nothing is due any more at the same moment. */
public record PeriodPaused(LegalPeriod period, Pause.Order order) {}
