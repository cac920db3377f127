package dev.boxoffice.booking.booking;

/** Where a booking is in its life. */
public enum BookingStatus {
  /** Not paid yet. */
  PENDING,
  /** Paid, and the seats are the buyer's. */
  CONFIRMED,
  /** The hold ended before it was paid. */
  FAILED,
  /** All seats were given back. */
  CANCELLED
}
