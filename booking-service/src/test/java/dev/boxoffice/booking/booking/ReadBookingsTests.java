package dev.boxoffice.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.fakes.FakeProvider;
import dev.boxoffice.booking.fakes.FakeProviderStage;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadBookingsTests extends FakeProviderStage {

  private static final long PRICE = 45_000;

  ReadBookingsTests(TestClient client) {
    super(client);
  }

  @Test
  void listsMineNewestFirst() {
    var buyer = "lister-" + UUID.randomUUID();
    var oldest = booked(SEATS.hold(buyer, 1, PRICE, IN_TWO_DAYS));
    var middle = booked(SEATS.hold(buyer, 1, PRICE, IN_TWO_DAYS));
    var newest = booked(SEATS.hold(buyer, 1, PRICE, IN_TWO_DAYS));

    var first = client.as(buyer).get("/v1/bookings?limit=2").expect(200).body();
    var second = client.as(buyer).get("/v1/bookings?limit=2&page=2&sort=x").expect(200).body();

    assertThat(first.get("total").asInt()).isEqualTo(3);
    assertThat(first.get("page").asInt()).isEqualTo(1);
    assertThat(first.get("limit").asInt()).isEqualTo(2);
    assertThat(first.at("/items/0/bookingId").asString()).isEqualTo(newest.toString());
    assertThat(first.at("/items/1/bookingId").asString()).isEqualTo(middle.toString());
    assertThat(second.get("items").size()).isEqualTo(1);
    assertThat(second.at("/items/0/bookingId").asString()).isEqualTo(oldest.toString());
  }

  @Test
  void refusesPagesOutOfRange() {
    var alice = client.as("alice");

    alice.get("/v1/bookings?limit=0").expect(400, "VALIDATION_FAILED");
    alice.get("/v1/bookings?limit=101").expect(400, "VALIDATION_FAILED");
    alice.get("/v1/bookings?page=0").expect(400, "VALIDATION_FAILED");
    alice.get("/v1/bookings?page=x").expect(400, "VALIDATION_FAILED");
    alice.get("/v1/bookings/nonsense").expect(400, "VALIDATION_FAILED");
    client.get("/v1/bookings").expect(401, "UNAUTHENTICATED");
  }

  @Test
  void doesNotKnowSomeoneElsesBooking() {
    var id = booked(SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS));

    var refused = booking("eve", id).expect(404, "BOOKING_NOT_FOUND");
    booking("alice", UUID.randomUUID()).expect(404, "BOOKING_NOT_FOUND");

    assertThat(refused.field("type")).isEqualTo("urn:boxoffice:problem:booking-not-found");
    assertThat(refused.field("traceId")).isNotEmpty();
  }

  @Test
  void saysWhereTheTicketsAreOnceTheyAreIssued() {
    var id = booked(SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS));
    assertThat(booking("alice", id).body().has("ticketUrl")).isFalse();
    var url = "http://localhost:8080/v1/bookings/" + id + "/ticket.pdf";

    TopicWriter.send(
        "ticket.ticket",
        id.toString(),
        "ticket.ticket.issued",
        Map.of("bookingId", id, "ticketUrl", url, "issuedAt", "2026-11-24T00:00:00Z"));

    until(() -> booking("alice", id).field("ticketUrl").equals(url));
  }

  @Test
  void pointsAtNoTicketsOfACancelledBooking() {
    var id = booked(SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS));
    var url = "http://localhost:8080/v1/bookings/" + id + "/ticket.pdf";
    TopicWriter.send(
        "ticket.ticket",
        id.toString(),
        "ticket.ticket.issued",
        Map.of("bookingId", id, "ticketUrl", url, "issuedAt", "2026-11-24T00:00:00Z"));
    until(() -> booking("alice", id).field("ticketUrl").equals(url));
    var seats = booking("alice", id).body().at("/seats");
    var first = Map.of("seatIds", List.of(seats.at("/0/seatId").asString()));

    client.as("alice").send("DELETE", "/v1/bookings/" + id, first).expect(200);
    assertThat(booking("alice", id).field("ticketUrl")).isEqualTo(url);
    client.as("alice").send("DELETE", "/v1/bookings/" + id, null).expect(200);

    assertThat(booking("alice", id).field("status")).isEqualTo("CANCELLED");
    assertThat(booking("alice", id).body().has("ticketUrl")).isFalse();
  }

  @Test
  void putsAsideTicketsOfABookingThatIsNone() {
    var nobodys = UUID.randomUUID();
    try (var deadLetters = TopicReader.of("ticket.ticket-dlt")) {
      TopicWriter.send(
          "ticket.ticket",
          nobodys.toString(),
          "ticket.ticket.issued",
          Map.of("bookingId", nobodys, "ticketUrl", "http://localhost:8080/nowhere"));

      assertThat(deadLetters.await("ticket.ticket.issued", nobodys.toString()).data().size())
          .isEqualTo(2);
    }
  }

  @Test
  void sendsTheBuyerToTheBankWhoseAnswerIsAwaited() {
    var buyer = "waiter-" + UUID.randomUUID();
    var hold = SEATS.hold(buyer, 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var id = UUID.fromString(pending.field("bookingId"));

    var waiting = booking(buyer, id).expect(200);

    assertThat(waiting.field("status")).isEqualTo("PENDING");
    assertThat(waiting.field("paymentStatus")).isEqualTo("ACTION_REQUIRED");
    assertThat(waiting.body().get("nextAction")).isEqualTo(pending.body().get("nextAction"));
    assertThat(client.as(buyer).get("/v1/bookings").expect(200).body().at("/items/0"))
        .isEqualTo(waiting.body());
    PROVIDER.buyerActs(id, true);
    var paid = awaitStatus(buyer, id, "CONFIRMED");
    assertThat(paid.body().propertyNames())
        .doesNotContain("paymentStatus", "nextAction", "declineCode", "attemptsLeft");
  }

  @Test
  void saysWhyACardDidNotPayAndThatAnotherMay() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var declined = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");

    var view = booking("alice", UUID.fromString(declined.field("bookingId"))).expect(200);

    assertThat(view.field("status")).isEqualTo("PENDING");
    assertThat(view.field("paymentStatus")).isEqualTo("DECLINED");
    assertThat(view.field("declineCode")).isEqualTo("generic_decline");
    assertThat(view.body().get("attemptsLeft").asInt()).isEqualTo(9);
    assertThat(view.body().has("nextAction")).isFalse();
  }

  @Test
  void asksForPatienceWhileNobodyKnowsWhetherItIsPaid() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var gate = PROVIDER.hang();
    try {
      var pending = confirm(hold, FakeProvider.PAYS).expect(202);
      var view = booking("alice", UUID.fromString(pending.field("bookingId"))).expect(200);
      assertThat(view.field("paymentStatus")).isEqualTo("PROCESSING");
    } finally {
      gate.countDown();
    }
  }

  @Test
  void failsWhenTheHoldOfADeclinedBookingEnds() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var declined = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");
    hold.expire();

    ended(hold.showId, hold.id);

    awaitStatus("alice", UUID.fromString(declined.field("bookingId")), "FAILED");
  }

  @Test
  void failsAndVoidsWhenTheHoldEndsWhileTheBuyerIsAtTheBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var id = UUID.fromString(pending.field("bookingId"));
    hold.expire();

    ended(hold.showId, hold.id);

    awaitStatus("alice", id, "FAILED");
    assertThat(PROVIDER.paymentsOf(id))
        .extracting(payment -> payment.state)
        .containsExactly(FakeProvider.State.VOIDED);
  }

  private static void ended(UUID show, UUID hold) {
    TopicWriter.send(
        "seat.show",
        show.toString(),
        "seat.show.hold-ended",
        Map.of("showId", show, "holdId", hold, "userId", "alice", "reason", "EXPIRED"));
  }
}
