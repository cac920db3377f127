package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A buyer's claim on seats, as the database's clock sees it.
 *
 * @param expiresAt when the seats become free, or became so; the pay deadline while PAYING
 * @param expiresIn what is left until then, zero if it has passed
 */
public record Hold(
    HoldId holdId,
    ShowId showId,
    UserId userId,
    HoldStatus status,
    List<HeldSeat> items,
    Money totalAmount,
    Instant expiresAt,
    Duration expiresIn) {

  public Hold {
    items = List.copyOf(items);
  }

  public List<SeatId> seatIds() {
    return items.stream().map(HeldSeat::seatId).toList();
  }
}
