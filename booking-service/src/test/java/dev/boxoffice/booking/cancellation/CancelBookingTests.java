package dev.boxoffice.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.fakes.FakeProvider;
import dev.boxoffice.booking.fakes.FakeProviderStage;
import dev.boxoffice.booking.fakes.Fault;
import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.contract.EventContracts;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CancelBookingTests extends FakeProviderStage {

  private static final long PRICE = 45_001;

  CancelBookingTests(TestClient client) {
    super(client);
  }

  @Test
  void givesEverythingBackUntilADayBeforeTheShow() {
    var hold = SEATS.hold("alice", 3, PRICE, Duration.ofHours(25));
    var id = booked(hold);

    var answer = cancel("alice", id, Map.of("reason", "ill")).expect(200);

    assertThat(answer.field("bookingId")).isEqualTo(id.toString());
    assertThat(answer.field("status")).isEqualTo("CANCELLED");
    assertThat(answer.body().get("refundAmount").asLong()).isEqualTo(3 * PRICE);
    assertThat(answer.body().get("refundPercentage").asInt()).isEqualTo(100);
    assertThat(answer.field("currency")).isEqualTo("INR");
    assertThat(TICKETS.revoked()).containsAll(hold.seatIds);
    assertThat(hold.returned()).containsExactlyInAnyOrderElementsOf(hold.seatIds);
    var view = awaitRefund("alice", id, "SUCCEEDED");
    assertThat(view.field("status")).isEqualTo("CANCELLED");
    assertThat(view.field("cancelledAt")).isNotEmpty();
    assertThat(view.body().get("refundAmount").asLong()).isEqualTo(3 * PRICE);
    assertThat(view.body().get("refundPercentage").asInt()).isEqualTo(100);
    assertThat(PROVIDER.netOf(id)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"25, 100, 135003", "23, 50, 67501", "5, 50, 67501", "3, 0, 0"})
  void givesBackByTheTimeThatIsLeft(int hoursLeft, int percentage, long refund) {
    var hold = SEATS.hold("alice", 3, PRICE, Duration.ofHours(hoursLeft));
    var id = booked(hold);

    var answer = cancel("alice", id, null).expect(200);

    assertThat(answer.body().get("refundPercentage").asInt()).isEqualTo(percentage);
    assertThat(answer.body().get("refundAmount").asLong()).isEqualTo(refund);
    until(() -> PROVIDER.netOf(id) == 3 * PRICE - refund);
  }

  @Test
  void saysTheSameAgain() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var id = booked(hold);
    var first = cancel("alice", id, null).expect(200);

    var again = cancel("alice", id, Map.of("reason", "still ill")).expect(200);

    assertThat(again.body()).isEqualTo(first.body());
    awaitRefund("alice", id, "SUCCEEDED");
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.refunds == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t\n"})
  void takesABlankReasonForNone(String blank) {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var id = booked(hold);

    cancel("alice", id, Map.of("reason", blank)).expect(200);

    assertThat(TICKETS.revoked()).containsAll(hold.seatIds);
    awaitRefund("alice", id, "SUCCEEDED");
  }

  @Test
  void tellsTheOthersWhatWasGivenBack() {
    try (var topic = TopicReader.of("booking.booking")) {
      var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
      var id = booked(hold);
      var one = hold.seatIds.getFirst();
      var other = hold.seatIds.getLast();
      cancel("alice", id, Map.of("seatIds", List.of(one))).expect(200);
      cancel("alice", id, null).expect(200);

      var some = topic.await("booking.booking.seats-cancelled", id.toString()).data();
      var all = topic.await("booking.booking.cancelled", id.toString()).data();

      assertThat(EventContracts.violations("booking.booking.seats-cancelled", some)).isEmpty();
      assertThat(EventContracts.violations("booking.booking.cancelled", all)).isEmpty();
      assertThat(some.at("/seatIds/0").asString()).isEqualTo(one.toString());
      assertThat(some.get("refundAmount").asLong()).isEqualTo(PRICE);
      assertThat(all.get("seatIds").size()).isEqualTo(1);
      assertThat(all.at("/seatIds/0").asString()).isEqualTo(other.toString());
      assertThat(all.get("showId").asString()).isEqualTo(hold.showId.toString());
      assertThat(all.get("userId").asString()).isEqualTo("alice");
      assertThat(all.get("currency").asString()).isEqualTo("INR");
      assertThat(all.get("cancelledAt").asString()).isNotEmpty();
    }
  }

  @Test
  void givesSomeSeatsBackAndKeepsTheOthers() {
    var hold = SEATS.hold("alice", 3, PRICE, Duration.ofHours(10));
    var id = booked(hold);
    var gone = hold.seatIds.subList(0, 2);

    var answer = cancel("alice", id, Map.of("seatIds", gone)).expect(200);
    var again = cancel("alice", id, Map.of("seatIds", gone.reversed())).expect(200);

    assertThat(answer.field("status")).isEqualTo("CONFIRMED");
    assertThat(answer.body().get("refundAmount").asLong()).isEqualTo(PRICE);
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(hold.returned()).containsExactlyInAnyOrderElementsOf(gone);
    var view = awaitRefund("alice", id, "SUCCEEDED");
    assertThat(view.field("status")).isEqualTo("CONFIRMED");
    assertThat(view.body().at("/seats/0/cancelled").asBoolean()).isTrue();
    assertThat(view.body().at("/seats/2/cancelled").asBoolean()).isFalse();

    var rest = cancel("alice", id, Map.of("seatIds", hold.seatIds)).expect(200);

    assertThat(rest.field("status")).isEqualTo("CANCELLED");
    assertThat(rest.body().get("refundAmount").asLong()).isEqualTo(PRICE / 2);
    assertThat(cancel("alice", id, Map.of("seatIds", gone)).expect(200).body())
        .isEqualTo(answer.body());
    until(() -> PROVIDER.netOf(id) == 3 * PRICE - PRICE - PRICE / 2);
    assertThat(booking("alice", id).body().get("refundAmount").asLong())
        .isEqualTo(PRICE + PRICE / 2);
  }

  @Test
  void cancelsOnceWhenAskedManyTimesAtOnce() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var id = booked(hold);

    var answers = atOnce(20, i -> cancel("alice", id, null));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    awaitRefund("alice", id, "SUCCEEDED");
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.refunds == 1);
    assertThat(PROVIDER.netOf(id)).isZero();
  }

  @Test
  void refundsEachSeatOnceWhenTheSeatsGoOneByOneAtOnce() {
    var hold = SEATS.hold("alice", 4, PRICE, IN_TWO_DAYS);
    var id = booked(hold);

    var answers =
        atOnce(8, i -> cancel("alice", id, Map.of("seatIds", List.of(hold.seatIds.get(i % 4)))));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(booking("alice", id).field("status")).isEqualTo("CANCELLED");
    until(() -> PROVIDER.netOf(id) == 0);
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.refunds == 4);
  }

  @Test
  void leavesTheBookingAloneWhenSomebodyIsInside() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var id = booked(hold);
    TICKETS.checkIn(hold.seatIds.getFirst());

    var refused = cancel("alice", id, null).expect(409, "BOOKING_NOT_CANCELLABLE");

    assertThat(refused.field("type")).isEqualTo("urn:boxoffice:problem:booking-not-cancellable");
    assertThat(refused.field("reason")).isEqualTo("CHECKED_IN");
    var view = booking("alice", id).expect(200);
    assertThat(view.field("status")).isEqualTo("CONFIRMED");
    assertThat(view.body().has("refundAmount")).isFalse();
    assertThat(hold.returned()).isEmpty();
    cancel("alice", id, Map.of("seatIds", List.of(hold.seatIds.getLast()))).expect(200);
  }

  @Test
  void cancelsNothingForABodyThatItCannotRead() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var id = booked(hold);

    for (var type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      client
          .as("alice")
          .with("Content-Type", type)
          .send("DELETE", "/v1/bookings/" + id, Map.of("seatIds", List.of(hold.seatIds.getFirst())))
          .expect(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    assertThat(booking("alice", id).field("status")).isEqualTo("CONFIRMED");
    assertThat(hold.returned()).isEmpty();
  }

  @Test
  void refusesOnceTheShowHasBegun() {
    var id = booked(SEATS.hold("alice", 1, PRICE, Duration.ofMinutes(-1)));

    var refused = cancel("alice", id, null).expect(409, "BOOKING_NOT_CANCELLABLE");

    assertThat(refused.field("reason")).isEqualTo("SHOW_OVER");
  }

  @Test
  void refusesABookingThatIsNotPaid() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var declined = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");
    var id = UUID.fromString(declined.field("bookingId"));

    var refused = cancel("alice", id, null).expect(409, "BOOKING_NOT_CANCELLABLE");

    assertThat(refused.field("reason")).isEqualTo("NOT_CONFIRMED");
  }

  @Test
  void knowsOnlyItsOwnersBookingsAndTheirSeats() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var id = booked(hold);

    cancel("eve", id, null).expect(404, "BOOKING_NOT_FOUND");
    cancel("alice", UUID.randomUUID(), null).expect(404, "BOOKING_NOT_FOUND");
    cancel("alice", id, Map.of("seatIds", List.of(UUID.randomUUID())))
        .expect(400, "VALIDATION_FAILED");
    cancel("alice", id, Map.of("seatIds", List.of())).expect(400, "VALIDATION_FAILED");
    cancel("alice", id, Map.of("seats", List.of())).expect(400, "VALIDATION_FAILED");
    client.delete("/v1/bookings/" + id).expect(401, "UNAUTHENTICATED");
    client.as("alice").delete("/v1/bookings/not-an-id").expect(400, "VALIDATION_FAILED");

    assertThat(booking("alice", id).field("status")).isEqualTo("CONFIRMED");
    assertThat(hold.returned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REQUEST_LOST", "ANSWER_LOST"})
  void finishesThoughAnswersAreLost(Fault fault) {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var id = booked(hold);
    TICKETS.planFault("revoke", fault);
    SEATS.planFault("return", fault);
    PROVIDER.planFault("refund", fault);

    cancel("alice", id, null).expect(200);

    awaitRefund("alice", id, "SUCCEEDED");
    until(() -> hold.returned().size() == 2);
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.refunds == 1);
    assertThat(PROVIDER.netOf(id)).isZero();
  }

  @Test
  void refundsEverybodyInFullWhenTheShowIsCancelled() {
    var show = UUID.randomUUID();
    var early = SEATS.hold(show, "alice", 2, PRICE, Duration.ofHours(2));
    var inside = SEATS.hold(show, "bob", 1, PRICE, Duration.ofHours(2));
    var pending = SEATS.hold(show, "carol", 1, PRICE, Duration.ofHours(2));
    var aliceId = booked(early);
    var bobId = booked(inside);
    TICKETS.checkIn(inside.seatIds.getFirst());
    var carolId =
        UUID.fromString(
            confirm(pending, FakeProvider.ASKS_THE_BUYER).expect(202).field("bookingId"));

    TopicWriter.send(
        "catalogue.show",
        show.toString(),
        "catalogue.show.cancelled",
        Map.of(
            "showId", show, "eventId", UUID.randomUUID(), "cancelledAt", Instant.now().toString()));

    assertThat(awaitRefund("alice", aliceId, "SUCCEEDED").field("status")).isEqualTo("CANCELLED");
    assertThat(awaitRefund("bob", bobId, "SUCCEEDED").field("status")).isEqualTo("CANCELLED");
    PROVIDER.buyerActs(carolId, true);
    assertThat(awaitRefund("carol", carolId, "SUCCEEDED").field("status")).isEqualTo("CANCELLED");
    assertThat(List.of(aliceId, bobId, carolId)).allMatch(id -> PROVIDER.netOf(id) == 0);
    assertThat(TICKETS.revoked()).containsAll(early.seatIds).containsAll(inside.seatIds);
    var answer = cancel("alice", aliceId, null).expect(200);
    assertThat(answer.body().get("refundPercentage").asInt()).isEqualTo(100);
  }

  @Test
  void cancelsTheOthersWhenOneBookingOfTheShowIsBroken(@Autowired JdbcClient jdbc) {
    var show = UUID.randomUUID();
    var brokenId = booked(SEATS.hold(show, "alice", 1, PRICE, IN_TWO_DAYS));
    var ids = new HashMap<String, UUID>();
    for (var buyer : List.of("bob", "carol", "dave")) {
      ids.put(buyer, booked(SEATS.hold(show, buyer, 1, PRICE, IN_TWO_DAYS)));
    }
    write(jdbc, "update booking set currency = 'none' where booking_id = :id", brokenId);
    // Written last, and so found last.
    ids.values()
        .forEach(id -> write(jdbc, "update booking set email = email where booking_id = :id", id));

    TopicWriter.send(
        "catalogue.show",
        show.toString(),
        "catalogue.show.cancelled",
        Map.of("showId", show, "cancelledAt", Instant.now().toString()));

    ids.forEach((buyer, id) -> awaitRefund(buyer, id, "SUCCEEDED"));
    write(jdbc, "update booking set currency = 'INR' where booking_id = :id", brokenId);
    awaitRefund("alice", brokenId, "SUCCEEDED");
  }

  @Test
  void recordsOnceHowARefundEnded(
      @Autowired RefundLedger refunds, @Autowired CancellationLedger cancellations) {
    var id = booked(SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS));
    cancel("alice", id, null).expect(200);
    awaitRefund("alice", id, "SUCCEEDED");
    var refund = cancellations.of(new BookingId(id)).getFirst().id();
    var other = new ProviderRefundId("re_other");

    assertThat(refunds.paid(refund, other, Instant.now())).isFalse();
    assertThat(refunds.refused(refund, "no", Instant.now())).isFalse();
    assertThat(refunds.underway(refund, other)).isFalse();

    assertThat(booking("alice", id).field("refundStatus")).isEqualTo("SUCCEEDED");
  }

  @Test
  void looksForARefundWhoseKeyTheProviderHasForgotten(@Autowired JdbcClient jdbc) {
    var id = booked(SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS));
    cancel("alice", id, null).expect(200);
    awaitRefund("alice", id, "SUCCEEDED");
    PROVIDER.forgetKeys();

    dueAgainSince(jdbc, "24 hours", id);
    awaitRefund("alice", id, "SUCCEEDED");
    dueAgainSince(jdbc, "26 hours", id);
    awaitRefund("alice", id, "SUCCEEDED");

    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.refunds == 1);
  }

  @Test
  void paysARefundThatNeverReachedTheProviderHoweverLate(@Autowired JdbcClient jdbc) {
    var id = booked(SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS));
    for (int i = 0; i < 20; i++) {
      PROVIDER.planFault("refund", Fault.REQUEST_LOST);
    }
    cancel("alice", id, null).expect(200);
    dueAgainSince(jdbc, "26 hours", id);
    PROVIDER.clearFaults();

    awaitRefund("alice", id, "SUCCEEDED");

    assertThat(PROVIDER.netOf(id)).isZero();
  }

  /** As if no answer had come since the refund fell due so long ago. */
  private static void dueAgainSince(JdbcClient jdbc, String age, UUID bookingId) {
    write(
        jdbc,
        """
        with again as (
          update refund
          set status = 'DUE', provider_refund_id = null, settled_at = null,
              due_since = now() - interval '%s'
          where booking_id = :id
          returning refund_id)
        insert into work (kind, key, due_at)
        select 'REFUND', refund_id, now()
        from again
        on conflict (kind, key) do update set due_at = now()
        """
            .formatted(age),
        bookingId);
  }

  private static void write(JdbcClient jdbc, String sql, UUID id) {
    assertThat(jdbc.sql(sql).param("id", id).update()).isEqualTo(1);
  }

  @Test
  void goesByTheShowTimeTheCatalogueLastGave() {
    var hold = SEATS.hold("alice", 1, PRICE, Duration.ofHours(2));
    var id = booked(hold);
    TopicWriter.send(
        "catalogue.show",
        hold.showId.toString(),
        "catalogue.show.changed",
        Map.of(
            "showId", hold.showId,
            "organiserId", "olga",
            "title", "Moved",
            "showTime", Instant.now().plus(Duration.ofDays(7)).toString(),
            "currency", "INR"));
    until(
        () ->
            client
                .asOrganiser("olga")
                .get("/v1/organiser/shows/" + hold.showId + "/sales")
                .field("title")
                .equals("Moved"));

    var answer = cancel("alice", id, null).expect(200);

    assertThat(answer.body().get("refundPercentage").asInt()).isEqualTo(100);
  }

  private Answer cancel(String userId, UUID bookingId, @Nullable Object body) {
    return client.as(userId).send("DELETE", "/v1/bookings/" + bookingId, body);
  }

  @CanIgnoreReturnValue
  private Answer awaitRefund(String userId, UUID bookingId, String status) {
    return until(
        () -> {
          var view = booking(userId, bookingId).expect(200);
          return view.field("refundStatus").equals(status) ? view : null;
        });
  }
}
