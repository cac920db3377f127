package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.seat.sale.SeatId;
import java.util.Collection;
import java.util.List;

/**
 * Seats that a buyer has chosen, and those around them that decide whether they leave a single seat
 * alone.
 *
 * @param nearby the next two on either side of each, without those chosen
 */
public record Surroundings(ShowHouse show, List<SeatId> chosen, List<SeatId> nearby) {
  public Surroundings {
    chosen = List.copyOf(chosen);
    nearby = List.copyOf(nearby);
  }

  static Surroundings of(ShowHouse show, List<SeatId> chosen) {
    return new Surroundings(show, chosen, show.seats(show.house().nearby(show.indexes(chosen))));
  }

  /**
   * The seats that would be left alone.
   *
   * @param free which of the seats chosen and nearby are free
   */
  public List<SeatId> strandedAmong(Collection<SeatId> free) {
    return show.seats(show.picture(free).strandedBy(show.indexes(chosen)));
  }
}
