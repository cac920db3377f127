package dev.boxoffice.seat.allocation.hold;

/** What a seat is, as the seat map shows it. The order is the compact form's code: 0 to 3. */
public enum SeatStatus {
  AVAILABLE,
  HELD,
  BOOKED,
  BLOCKED
}
