package dev.boxoffice.booking.seats;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.Order;
import dev.boxoffice.booking.PricedSeat;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What seat-service and this service say to each other. */
final class HoldWire {

  private HoldWire() {}

  record PayRequest(UUID bookingId, int attempt, String userId) {}

  record StepRequest(UUID bookingId, int attempt) {}

  record ReturnRequest(UUID bookingId, List<UUID> seatIds) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Paying(
      UUID showId,
      Instant payDeadline,
      List<Item> items,
      long totalAmount,
      String currency,
      Instant showTime) {

    HeldSeats seats() {
      var seats = items.stream().map(item -> item.in(currency)).toList();
      var total = Money.of(totalAmount, currency);
      return new HeldSeats(new Order(new ShowId(showId), showTime, seats, total), payDeadline);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(
      UUID seatId,
      UUID sectionId,
      String section,
      @Nullable String row,
      String number,
      long price) {

    PricedSeat in(String currency) {
      return new PricedSeat(
          new SeatId(seatId),
          new SectionId(sectionId),
          section,
          row,
          number,
          Money.of(price, currency));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Unpaid(String status, @Nullable Instant expiresAt) {}
}
