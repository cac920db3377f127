package dev.boxoffice.seat.allocation;

/** What has become of a hold. ACTIVE and PAYING hold their seats until they expire. */
enum HoldStatus {
  ACTIVE,
  PAYING,
  BOOKED,
  RELEASED,
  EXPIRED
}
