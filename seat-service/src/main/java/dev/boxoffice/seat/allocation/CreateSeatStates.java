package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.sale.SeatsLaid;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives each seat of a new show its state, in the transaction that opens the show. */
@Component
class CreateSeatStates {
  private final SeatLedger seats;

  CreateSeatStates(SeatLedger seats) {
    this.seats = seats;
  }

  @EventListener
  void create(SeatsLaid laid) {
    int created = seats.create(laid.showId());
    if (created != laid.totalSeats()) {
      throw new IllegalStateException(
          "show " + laid.showId() + ": " + created + " of " + laid.totalSeats() + " seats");
    }
  }
}
