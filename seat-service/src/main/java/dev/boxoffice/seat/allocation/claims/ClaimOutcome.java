package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.sale.SeatId;
import java.util.Map;

/** What Redis says to a wish for seats. It may refuse; it never grants. */
public sealed interface ClaimOutcome {
  /** Nobody else is known to want these seats: the database may be asked. */
  record Claimed() implements ClaimOutcome {}

  /** Some seats are claimed by other holds; nothing was claimed. */
  record Refused(Map<SeatId, HoldId> owners) implements ClaimOutcome {
    public Refused {
      owners = Map.copyOf(owners);
    }
  }

  /** Redis is away: the database decides alone. */
  record Unknown() implements ClaimOutcome {}
}
