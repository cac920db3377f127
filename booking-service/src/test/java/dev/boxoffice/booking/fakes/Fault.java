package dev.boxoffice.booking.fakes;

/** How a call to another process goes wrong. */
public enum Fault {
  /** It has no effect, and no answer comes. */
  REQUEST_LOST,
  /** It has its effect, but no answer comes. */
  ANSWER_LOST
}
