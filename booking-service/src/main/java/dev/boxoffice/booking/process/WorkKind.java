package dev.boxoffice.booking.process;

/** The recorded processes there are. */
public enum WorkKind {
  /** One attempt to pay for a booking. */
  PURCHASE,
  /** Whether the hold of a booking that nobody is paying for still lives. */
  HOLD_CHECK,
  /** Seats of a booking given back. */
  CANCELLATION,
  /** Money on its way back. */
  REFUND
}
