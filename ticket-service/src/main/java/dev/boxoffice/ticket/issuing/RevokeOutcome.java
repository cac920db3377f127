package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.SeatId;
import java.util.List;

/** What became of a request to revoke seats' tickets. */
sealed interface RevokeOutcome {
  /** None of these seats has a ticket that lets anybody in, nor will have. */
  record Revoked(List<SeatId> seatIds) implements RevokeOutcome {
    public Revoked {
      seatIds = List.copyOf(seatIds);
    }
  }

  /** Somebody is inside with one of the tickets; nothing was revoked. */
  record CheckedIn(List<SeatId> seatIds) implements RevokeOutcome {
    public CheckedIn {
      seatIds = List.copyOf(seatIds);
    }
  }
}
