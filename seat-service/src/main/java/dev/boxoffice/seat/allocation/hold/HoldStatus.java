package dev.boxoffice.seat.allocation.hold;

/** What has become of a hold. ACTIVE and PAYING hold their seats until they expire. */
public enum HoldStatus {
  ACTIVE,
  PAYING,
  BOOKED,
  RELEASED,
  EXPIRED
}
