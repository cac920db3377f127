package dev.boxoffice.system.race.history;

/** What a seat is. */
public enum SeatStatus {
  AVAILABLE,
  HELD,
  BOOKED,
  BLOCKED
}
