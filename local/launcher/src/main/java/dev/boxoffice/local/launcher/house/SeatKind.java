package dev.boxoffice.local.launcher.house;

/** What a buyer must know about a seat. */
enum SeatKind {
  USUAL,
  /** A space for a wheelchair. */
  ACCESSIBLE,
  /** Beside an accessible space, for whoever comes along. */
  COMPANION,
  RESTRICTED_VIEW
}
