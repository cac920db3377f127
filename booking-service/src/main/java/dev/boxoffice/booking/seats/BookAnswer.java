package dev.boxoffice.booking.seats;

/** Whether the seats have become the booking's own. */
public sealed interface BookAnswer {

  /** All of them have. */
  record Booked() implements BookAnswer {}

  /** None has: the pay deadline has passed. */
  record HoldEnded() implements BookAnswer {}
}
