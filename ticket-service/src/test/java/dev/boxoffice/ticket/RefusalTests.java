package dev.boxoffice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.testing.TestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTests extends TicketServiceStory {

  RefusalTests(TestClient client) {
    super(client);
  }

  @Test
  void someoneElsesTicketsDoNotExist() {
    var booking = ticketedBooking(publishedShow(), 1);
    var ticketId = text(ticketsOf(booking).getFirst(), "ticketId");
    var mallory = client.as("mallory");
    for (var what : List.of("/tickets", "/ticket.pdf", "/ticket.ics")) {
      mallory.get(booking.path() + what).expect(404, "BOOKING_NOT_FOUND");
    }
    mallory.get("/v1/tickets/%s/qr.png".formatted(ticketId)).expect(404, "TICKET_NOT_FOUND");
    mallory.get("/v1/tickets/%s/qr.svg".formatted(ticketId)).expect(404, "TICKET_NOT_FOUND");
    mallory
        .post("/v1/tickets/%s/transfer".formatted(ticketId), Map.of("toUserId", "mallory"))
        .expect(404, "TICKET_NOT_FOUND");
  }

  @Test
  void withoutATokenThereIsNothingButTheKeys() {
    for (var path :
        List.of(
            "/v1/bookings/%s/tickets",
            "/v1/bookings/%s/ticket.pdf",
            "/v1/tickets/%s/qr.png",
            "/v1/check-in/bookings/%s",
            "/v1/check-in/shows/%s/manifest")) {
      client.get(path.formatted(UUID.randomUUID())).expect(401, "UNAUTHENTICATED");
    }
    client.post("/v1/check-in", Map.of("qr", "x")).expect(401, "UNAUTHENTICATED");
    client.get("/.well-known/ticket-keys").expect(200);
  }

  @Test
  void theDoorIsStaffsAlone() {
    var buyer = client.as("asha");
    buyer.post("/v1/check-in", Map.of("qr", "x")).expect(403, "FORBIDDEN");
    buyer.post("/v1/check-in", "{not json").expect(403, "FORBIDDEN");
    buyer.post("/v1/check-in/batch", Map.of("scans", List.of())).expect(403, "FORBIDDEN");
    buyer
        .post("/v1/check-in/%s/undo".formatted(UUID.randomUUID()), Map.of("reason", "x"))
        .expect(403, "FORBIDDEN");
    buyer.get("/v1/check-in/bookings/" + UUID.randomUUID()).expect(403, "FORBIDDEN");
    client
        .asOrganiser("olga")
        .get("/v1/check-in/shows/%s/manifest".formatted(UUID.randomUUID()))
        .expect(403, "FORBIDDEN");
  }

  @Test
  void revokingIsBookingServicesAlone() {
    var path = "/internal/bookings/%s/revoke".formatted(UUID.randomUUID());
    var body = Map.of("seatIds", List.of(UUID.randomUUID()), "reason", "mischief");
    client.post(path, body).expect(401, "UNAUTHENTICATED");
    client.as("mallory").post(path, body).expect(403, "FORBIDDEN");
    client.asStaff("sam").post(path, body).expect(403, "FORBIDDEN");
    client.asServiceCalling("seat-service").post(path, body).expect(403, "FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"text\"",
        "{}",
        "{\"qr\": null}",
        "{\"qr\": 7}",
        "{\"qr\": \"x\", \"showId\": \"not-a-uuid\"}",
        "{\"qr\": \"x\", \"colour\": \"red\"}",
        "{\"qr\": \"x\", \"gate\": [\"a\"]}",
        "{\"qr\": \"x\", \"gate\": \"\\u0000\"}"
      })
  void malformedScansAreNamed(String body) {
    var refused = client.asStaff("sam").post("/v1/check-in", body);
    refused.expect(400, "VALIDATION_FAILED");
    assertThat(refused.body().get("errors").size()).isPositive();
    assertThat(refused.field("traceId")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scans\": []}",
        "{\"scans\": [null]}",
        "{\"scans\": [{\"id\": \"1\", \"qr\": \"x\"}]}",
        "{\"scans\": [{\"id\": \"\", \"qr\": \"x\", \"scannedAt\": \"2026-11-20T18:00:00Z\"}]}",
        "{\"scans\": [{\"id\": \"1\", \"qr\": \"x\", \"scannedAt\": \"yesterday\"}]}"
      })
  void malformedBatchesAreNamed(String body) {
    client.asStaff("sam").post("/v1/check-in/batch", body).expect(400, "VALIDATION_FAILED");
  }

  @Test
  void malformedIdsAreNamed() {
    client.as("asha").get("/v1/bookings/7/tickets").expect(400, "VALIDATION_FAILED");
    client.as("asha").get("/v1/tickets/7/qr.png").expect(400, "VALIDATION_FAILED");
    client.asStaff("sam").get("/v1/check-in/bookings/7").expect(400, "VALIDATION_FAILED");
    client
        .asServiceCalling("ticket-service")
        .post(
            "/internal/bookings/%s/revoke".formatted(UUID.randomUUID()),
            Map.of("seatIds", List.of(), "reason", "x"))
        .expect(400, "VALIDATION_FAILED");
  }
}
