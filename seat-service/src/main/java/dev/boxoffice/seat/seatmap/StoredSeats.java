package dev.boxoffice.seat.seatmap;

import java.util.List;

/** What Postgres says of a show's seats at one moment, with the sections' prices in their order. */
record StoredSeats(SeatStates states, List<Long> prices) {
  StoredSeats {
    prices = List.copyOf(prices);
  }
}
