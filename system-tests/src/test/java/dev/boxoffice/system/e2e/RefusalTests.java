package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the platform says no, at the gateway and behind it. */
class RefusalTests {
  private final Platform platform = Platform.running();
  private final Person asha = platform.buyer("asha");
  private final Person mallory = platform.buyer("mallory");

  @Test
  void hidesWhatIsSomebodyElses() {
    Show show = platform.publishes(Plans.house("Private house", 1, 2, 10));
    Answer hold = asha.holds(show.showId(), show.availableSeats(1)).expect(201);
    String holdPath = "/v1/bookings/hold/" + hold.string("holdId");
    mallory.get(holdPath).refused(404, "HOLD_NOT_FOUND");
    mallory.delete(holdPath).refused(404, "HOLD_NOT_FOUND");
    mallory.post(holdPath + "/extend", Map.of()).refused(404, "HOLD_NOT_FOUND");
    mallory.pays(hold.string("holdId"), "pm_card_visa").refused(404, "HOLD_NOT_FOUND");

    Answer booking = asha.pays(hold.string("holdId"), "pm_card_visa").expect(201);
    String bookingPath = "/v1/bookings/" + booking.string("bookingId");
    mallory.get(bookingPath).refused(404, "BOOKING_NOT_FOUND");
    mallory.delete(bookingPath).refused(404, "BOOKING_NOT_FOUND");
    mallory.get(bookingPath + "/tickets").refused(404, "BOOKING_NOT_FOUND");
    mallory.get(bookingPath + "/ticket.pdf").refused(404, "BOOKING_NOT_FOUND");
    assertThat(mallory.get("/v1/bookings").expect(200).body().required("total").asInt()).isZero();
  }

  @Test
  void asksForATokenAndForTheRole() {
    Person nobody = platform.visitor();
    String someId = UUID.randomUUID().toString();
    nobody.holds(someId, List.of(someId)).refused(401, "UNAUTHENTICATED");
    nobody.get("/v1/bookings").refused(401, "UNAUTHENTICATED");
    nobody.post("/v1/check-in", Map.of("qr", "x")).refused(401, "UNAUTHENTICATED");
    asha.post("/v1/venues", Map.of()).refused(403, "FORBIDDEN");
    asha.post("/v1/events", Map.of()).refused(403, "FORBIDDEN");
    asha.post("/v1/check-in", Map.of("qr", "x")).refused(403, "FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "null",
        "[]",
        "{\"showId\": 7, \"seatIds\": []}",
        "{\"showId\": \"not-a-uuid\", \"seatIds\": [\"x\"]}",
        "{\"showId\": \"00000000-0000-4000-8000-000000000000\", \"seatIds\": []}",
        "{\"showId\": \"00000000-0000-4000-8000-000000000000\", \"seatIds\": [null]}",
        "{\"showId\": \"00000000-0000-4000-8000-000000000000\", \"surprise\": 1}"
      })
  void answersMalformedBodiesWith400(String body) {
    Answer answer = asha.postText("/v1/bookings/hold", body);
    answer.refused(400, "VALIDATION_FAILED");
    assertThat(answer.body().required("errors").size()).isPositive();
  }

  @Test
  void knowsNoInternalRoutesFromOutside() {
    String someId = UUID.randomUUID().toString();
    asha.post("/internal/holds/" + someId + "/book", Map.of("bookingId", someId))
        .refused(404, "NOT_FOUND");
    asha.get("/actuator/prometheus").refused(404, "NOT_FOUND");
  }
}
