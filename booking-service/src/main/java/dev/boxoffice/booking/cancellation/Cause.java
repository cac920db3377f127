package dev.boxoffice.booking.cancellation;

/** Who gave up. */
enum Cause {
  /** The buyer, who gets back what the time left before the show allows. */
  BUYER,
  /** The organiser cancelled the show, so everybody gets everything back. */
  SHOW
}
