package dev.boxoffice.system.race;

/** What is broken on purpose. */
public enum FaultKind {
  REDIS_KILLED,
  REDIS_HUNG,
  REDIS_FLUSHED,
  REDIS_LATE,
  REDIS_ANSWERS_SWALLOWED,
  POSTGRES_RESTARTED,
  /** Ended at once, so that it must recover from its log. */
  POSTGRES_CRASHED,
  POSTGRES_SILENT,
  POSTGRES_SLOW,
  POSTGRES_ANSWERS_SWALLOWED,
  POSTGRES_CONNECTIONS_CUT,
  /** An instance of seat-service, by {@code kill -9}. */
  SEAT_KILLED,
  SEAT_HUNG,
  /** What booking-service hears of seat-service. */
  SEAT_ANSWERS_SWALLOWED,
  BOOKING_KILLED,
  PROVIDER_SILENT,
  PROVIDER_ANSWERS_SWALLOWED
}
