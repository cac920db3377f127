package dev.boxoffice.booking;

import java.time.Instant;
import java.util.List;

/** What is paid for: seats of one show, whose prices make up the total. */
public record Order(ShowId showId, Instant showTime, List<PricedSeat> seats, Money total) {

  public Order {
    seats = List.copyOf(seats);
    if (seats.isEmpty()) {
      throw new IllegalArgumentException("An order has at least one seat");
    }
    var sum =
        seats.stream().map(PricedSeat::price).reduce(Money.none(total.currency()), Money::plus);
    if (!sum.equals(total)) {
      throw new IllegalArgumentException("The seats cost " + sum + " but the total is " + total);
    }
  }
}
