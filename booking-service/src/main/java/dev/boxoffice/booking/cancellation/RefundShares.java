package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.booking.Booking;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Splits a refund over its seats, so that the shares make up the whole to the last unit. */
final class RefundShares {

  private RefundShares() {}

  static Map<SeatId, Money> of(
      Booking.Details order, Set<SeatId> seatIds, int percentage, Money refund) {
    var shares = new LinkedHashMap<SeatId, Money>();
    var left = refund.minorUnits();
    for (var booked : order.seats()) {
      if (seatIds.contains(booked.seat().seatId())) {
        var share = booked.seat().price().percent(percentage);
        shares.put(booked.seat().seatId(), share);
        left -= share.minorUnits();
      }
    }
    // Rounding down each seat loses less than a unit a seat; what it lost goes to the first ones.
    for (var share : shares.entrySet()) {
      if (left > 0) {
        share.setValue(share.getValue().plus(new Money(1, refund.currency())));
        left--;
      }
    }
    return shares;
  }
}
