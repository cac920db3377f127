package dev.boxoffice.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.PricedSeat;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import dev.boxoffice.booking.UserId;
import dev.boxoffice.contract.EventContracts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BookingConfirmedTests {

  @Test
  void keepsToItsSchemaWithoutARowAndWithoutAnEmail() {
    var at = Instant.parse("2026-11-24T10:15:30.123456Z");
    var payment = new PaymentId(UUID.randomUUID());
    var json = JsonMapper.builder().build();

    var event = json.valueToTree(BookingConfirmed.of(booking(), payment, at));

    assertThat(EventContracts.violations(BookingConfirmed.TYPE, event)).isEmpty();
    assertThat(event.has("email")).isFalse();
    assertThat(event.at("/seats/0/row").isNull()).isTrue();
    assertThat(event.get("bookedAt").asString()).isEqualTo("2026-11-24T10:15:30.123456Z");
  }

  private static Booking booking() {
    var price = Money.of(100, "INR");
    var seat =
        new PricedSeat(
            new SeatId(UUID.randomUUID()),
            new SectionId(UUID.randomUUID()),
            "Standing",
            null,
            "17",
            price);
    return new Booking(
        new BookingId(UUID.randomUUID()),
        new HoldId(UUID.randomUUID()),
        new UserId("alice"),
        null,
        BookingStatus.PENDING,
        new Booking.Details(
            new ShowId(UUID.randomUUID()),
            Instant.EPOCH,
            List.of(new BookedSeat(seat, false)),
            price),
        null,
        null,
        null,
        null,
        null);
  }
}
