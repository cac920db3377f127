package dev.boxoffice.booking.booking;

/** Why an attempt is being undone, which decides how far and how it ends. */
enum Refusal {
  /** The money was not set aside; the hold goes back to its buyer. */
  DECLINED,
  /** The hold ended before the seats were booked. */
  HOLD_ENDED,
  /** The money could not be taken after all; the seats go back on sale. */
  CAPTURE_REFUSED
}
