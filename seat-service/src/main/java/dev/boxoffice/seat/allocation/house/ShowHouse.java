package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.seat.allocation.rules.House;
import dev.boxoffice.seat.allocation.rules.Picture;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * A show's house, and what holds in it at this moment.
 *
 * @param accessibleKept whether accessible seats and companions' are kept for those who need them
 */
public record ShowHouse(ShowId showId, House house, SeatIdBase seatIds, boolean accessibleKept) {

  public Picture picture(BitSet free) {
    return new Picture(house, free, accessibleKept);
  }

  Picture picture(Collection<SeatId> free) {
    return picture(toSet(free));
  }

  public List<SeatId> seats(Collection<Integer> indexes) {
    return indexes.stream().map(seatIds::seat).toList();
  }

  public List<Integer> indexes(Collection<SeatId> seats) {
    return seats.stream().map(seatIds::indexOf).toList();
  }

  private BitSet toSet(Collection<SeatId> seats) {
    BitSet set = new BitSet();
    seats.forEach(seat -> set.set(seatIds.indexOf(seat)));
    return set;
  }
}
