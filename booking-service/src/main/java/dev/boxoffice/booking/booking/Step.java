package dev.boxoffice.booking.booking;

/**
 * Where an attempt is: what is being tried now, or how it ended. Forwards in this order; a refusal
 * leads into the undoing steps, which run from where they are entered to their end.
 */
enum Step {
  /** Put the hold aside. */
  PAY,
  /** Have the money set aside. */
  AUTHORISE,
  /** Wait for the buyer to satisfy their bank. */
  AWAIT_BUYER,
  /** Make the seats the booking's own. */
  BOOK,
  /** Take the money. */
  CAPTURE,

  /** Undo {@link #BOOK}. */
  RETURN,
  /** Undo {@link #AUTHORISE}. */
  VOID,
  /** Undo {@link #PAY}. */
  UNPAY,

  /** End: paid, and the seats are booked. */
  CONFIRMED,
  /** End: the payment was refused, and nothing is left of it. */
  DECLINED,
  /** End: the hold ended first, and nothing is left of the payment. */
  HOLD_ENDED;

  /** Nothing more happens by itself. */
  boolean isSettled() {
    return isEnd() || this == AWAIT_BUYER;
  }

  boolean isEnd() {
    return this == CONFIRMED || this == DECLINED || this == HOLD_ENDED;
  }
}
