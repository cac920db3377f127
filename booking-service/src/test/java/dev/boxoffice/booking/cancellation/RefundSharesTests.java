package dev.boxoffice.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.PricedSeat;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import dev.boxoffice.booking.booking.BookedSeat;
import dev.boxoffice.booking.booking.Booking;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefundSharesTests {

  @Test
  void makeUpTheRefundToTheLastUnit() {
    var order = order(101, 333, 5, 1);
    var all = order.seatsLeft();
    var refund = order.priceOf(all).percent(50);

    var shares = RefundShares.of(order, all, 50, refund);

    assertThat(shares.values().stream().mapToLong(Money::minorUnits).sum()).isEqualTo(220);
    assertThat(shares.values()).extracting(Money::minorUnits).containsExactly(51L, 167L, 2L, 0L);
  }

  @Test
  void goToTheCancelledSeatsOnly() {
    var order = order(100, 200, 300);
    var one = Set.of(order.seats().get(1).seat().seatId());

    var shares = RefundShares.of(order, one, 100, order.priceOf(one));

    assertThat(shares).containsOnlyKeys(one);
    assertThat(shares.values()).extracting(Money::minorUnits).containsExactly(200L);
  }

  private static Booking.Details order(long... prices) {
    var seats =
        Arrays.stream(prices)
            .mapToObj(
                price ->
                    new BookedSeat(
                        new PricedSeat(
                            new SeatId(UUID.randomUUID()),
                            new SectionId(UUID.randomUUID()),
                            "Stalls",
                            "A",
                            "1",
                            Money.of(price, "INR")),
                        false))
            .collect(Collectors.toList());
    return new Booking.Details(
        new ShowId(UUID.randomUUID()),
        Instant.EPOCH,
        seats,
        Money.of(Arrays.stream(prices).sum(), "INR"));
  }
}
