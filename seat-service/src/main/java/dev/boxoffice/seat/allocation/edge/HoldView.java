package dev.boxoffice.seat.allocation.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.boxoffice.seat.allocation.hold.HeldSeat;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.sale.SeatId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold as its buyer sees it. */
record HoldView(
    UUID holdId,
    UUID showId,
    HoldStatus status,
    List<UUID> seats,
    List<Item> items,
    long totalAmount,
    String currency,
    Instant expiresAt,
    long expiresInSeconds) {

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID seatId,
      UUID sectionId,
      String section,
      @Nullable String row,
      String number,
      long price) {
    static Item of(HeldSeat seat) {
      return new Item(
          seat.seatId().value(),
          seat.sectionId().value(),
          seat.section(),
          seat.row(),
          seat.number(),
          seat.price().minorUnits());
    }
  }

  static HoldView of(Hold hold) {
    return new HoldView(
        hold.holdId().value(),
        hold.showId().value(),
        hold.status(),
        hold.seatIds().stream().map(SeatId::value).toList(),
        hold.items().stream().map(Item::of).toList(),
        hold.totalAmount().minorUnits(),
        hold.totalAmount().currency().getCurrencyCode(),
        hold.expiresAt(),
        hold.expiresIn().toSeconds());
  }
}
