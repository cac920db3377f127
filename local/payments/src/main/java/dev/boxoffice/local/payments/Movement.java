package dev.boxoffice.local.payments;

import java.time.Instant;

/** Money that moved, or was set aside or let go, in minor units of the intent's currency. */
record Movement(Instant at, Kind kind, long amount) {

  /** What became of the money. */
  enum Kind {
    AUTHORISED,
    CAPTURED,
    VOIDED,
    REFUNDED
  }

  Movement {
    if (amount <= 0) {
      throw new IllegalArgumentException(kind + " of " + amount);
    }
  }
}
