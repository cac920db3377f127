package dev.boxoffice.system.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job: a show is published, sat in, paid for, ticketed, entered and given back. */
class SellOneShowTests {
  private final Platform platform = Platform.running();
  private final Person asha = platform.buyer("asha");
  private final Person door = platform.staff("sam");
  private final Show show = platform.publishes(Plans.house("Small house", 2, 5, 10));

  @Test
  void sellsSeatsThatOpenTheDoorOnce() {
    List<String> seats = show.availableSeats(3);
    Answer hold = asha.holds(show.showId(), seats).expect(201);
    assertThat(hold.strings("seats")).containsExactlyInAnyOrderElementsOf(seats);
    assertThat(hold.body().required("totalAmount").asLong())
        .isEqualTo(3 * Platform.PRICE_OF_CATEGORY_1);

    Answer booking = asha.pays(hold.string("holdId"), "pm_card_visa").expect(201);
    assertThat(booking.string("status")).isEqualTo("CONFIRMED");
    String bookingPath = "/v1/bookings/" + booking.string("bookingId");
    Answer again = asha.pays(hold.string("holdId"), "pm_card_visa").expect(200);
    assertThat(again.body()).isEqualTo(booking.body());

    Answer ticketed = awaitTicketUrl(bookingPath);
    URI pdf = URI.create(ticketed.string("ticketUrl"));
    assertThat(pdf.toString()).startsWith(platform.gateway().toString());
    byte[] file = asha.downloads(pdf);
    assertThat(new String(file, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    List<String> codes = codes(asha.get(bookingPath + "/tickets").expect(200));
    assertThat(codes).hasSize(3).doesNotHaveDuplicates();
    PrintedTickets.of(file)
        .ifPresent(
            pages -> {
              assertThat(pages.text()).contains("Small house", "An evening of tests", "Mumbai");
              assertThat(pages.codes()).containsExactlyInAnyOrderElementsOf(codes);
            });

    String code = codes.getFirst();
    assertThat(scan(code).string("result")).isEqualTo("ADMITTED");
    Answer second = scan(code);
    assertThat(second.string("result")).isEqualTo("ALREADY_CHECKED_IN");
    assertThat(second.string("checkedInAt")).isNotBlank();
    assertThat(scan(forged(codes.get(1))).string("result")).isEqualTo("INVALID");
  }

  @Test
  void givesMoneyAndSeatsBackWhenABookingIsCancelled() {
    List<String> seats = show.availableSeats(2);
    Answer hold = asha.holds(show.showId(), seats).expect(201);
    Answer booking = asha.pays(hold.string("holdId"), "pm_card_visa").expect(201);
    String bookingPath = "/v1/bookings/" + booking.string("bookingId");
    String code = codes(awaitTickets(bookingPath)).getFirst();

    Answer cancelled = asha.delete(bookingPath).expect(200);
    assertThat(cancelled.string("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.body().required("refundPercentage").asInt()).isEqualTo(100);
    assertThat(cancelled.body().required("refundAmount").asLong())
        .isEqualTo(booking.body().required("totalAmount").asLong());
    assertThat(asha.delete(bookingPath).expect(200).body()).isEqualTo(cancelled.body());

    assertThat(scan(code).string("result")).isEqualTo("CANCELLED");
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode money = platform.ledgerOf(booking.string("bookingId"));
              assertThat(money.required("captured").asLong())
                  .isEqualTo(money.required("refunded").asLong())
                  .isEqualTo(booking.body().required("totalAmount").asLong());
            });
    Person bina = platform.buyer("bina");
    await().atMost(ofSeconds(20)).until(() -> bina.holds(show.showId(), seats).status() == 201);
  }

  @Test
  void leavesTheHoldToBePaidWithAnotherCard() {
    List<String> seats = show.availableSeats(1);
    Answer hold = asha.holds(show.showId(), seats).expect(201);
    Answer declined =
        asha.pays(hold.string("holdId"), "pm_card_visa_chargeDeclined")
            .refused(402, "PAYMENT_DECLINED");
    assertThat(declined.string("declineCode")).isNotBlank();
    assertThat(asha.pays(hold.string("holdId"), "pm_card_visa").expect(201).string("status"))
        .isEqualTo("CONFIRMED");
  }

  @Test
  void freesSeatsThatNobodyPaidForAndSaysSo() {
    List<String> seats = show.availableSeats(2);
    try (SeatStream stream = new SeatStream(platform.gateway(), show.showId())) {
      await().until(() -> !stream.frames().isEmpty());
      assertThat(stream.frames().getFirst().required("type").asString()).isEqualTo("HELLO");
      Answer hold = asha.holds(show.showId(), seats).expect(201);
      await().atMost(ofSeconds(10)).until(() -> stream.said(seats.getFirst(), "HELD"));
      await().atMost(ofSeconds(60)).until(() -> stream.said(seats.getFirst(), "AVAILABLE"));
      assertThat(
              asha.get("/v1/bookings/hold/" + hold.string("holdId")).expect(200).string("status"))
          .isEqualTo("EXPIRED");
      asha.pays(hold.string("holdId"), "pm_card_visa").refused(409, "HOLD_EXPIRED");
    }
    platform.buyer("bina").holds(show.showId(), seats).expect(201);
  }

  private Answer awaitTicketUrl(String bookingPath) {
    await()
        .atMost(ofSeconds(30))
        .until(() -> asha.get(bookingPath).expect(200).body().path("ticketUrl").isString());
    return asha.get(bookingPath);
  }

  private Answer awaitTickets(String bookingPath) {
    await().atMost(ofSeconds(30)).until(() -> asha.get(bookingPath + "/tickets").status() == 200);
    return asha.get(bookingPath + "/tickets");
  }

  private static List<String> codes(Answer tickets) {
    return tickets
        .body()
        .required("items")
        .valueStream()
        .map(t -> t.required("qr").asString())
        .toList();
  }

  private Answer scan(String code) {
    return door.post("/v1/check-in", Map.of("qr", code, "showId", show.showId(), "gate", "North"))
        .expect(200);
  }

  /** The same code with one character of its signature changed. */
  private static String forged(String code) {
    int at = code.length() - 10;
    char other = code.charAt(at) == 'A' ? 'B' : 'A';
    return code.substring(0, at) + other + code.substring(at + 1);
  }
}
