package dev.boxoffice.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.fakes.FakeProvider;
import dev.boxoffice.booking.fakes.FakeProviderStage;
import dev.boxoffice.booking.fakes.FakeSeats;
import dev.boxoffice.booking.fakes.Fault;
import dev.boxoffice.contract.EventContracts;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConfirmBookingTests extends FakeProviderStage {

  private static final long PRICE = 45_000;

  private final JdbcClient jdbc;

  ConfirmBookingTests(TestClient client, JdbcClient jdbc) {
    super(client);
    this.jdbc = jdbc;
  }

  @Test
  void paysOnceAndBooksTheSeats() {
    var hold = SEATS.hold("alice", 3, PRICE, IN_TWO_DAYS);

    var answer = confirm(hold, FakeProvider.PAYS).expect(201);

    var id = UUID.fromString(answer.field("bookingId"));
    assertThat(answer.body().propertyNames())
        .containsExactlyInAnyOrder(
            "bookingId",
            "showId",
            "status",
            "seats",
            "totalAmount",
            "currency",
            "paymentId",
            "bookedAt");
    assertThat(answer.field("showId")).isEqualTo(hold.showId.toString());
    assertThat(answer.field("status")).isEqualTo("CONFIRMED");
    assertThat(answer.body().get("totalAmount").asLong()).isEqualTo(3 * PRICE);
    assertThat(answer.field("currency")).isEqualTo("INR");
    assertThat(answer.body().get("seats").size()).isEqualTo(3);
    assertThat(answer.field("seats/0/seatId")).isEqualTo(hold.seatIds.getFirst().toString());
    assertThat(answer.field("seats/0/section")).isEqualTo("Stalls");
    assertThat(answer.field("seats/0/row")).isEqualTo("A");
    assertThat(answer.field("seats/0/number")).isEqualTo("1");
    assertThat(answer.body().at("/seats/0/price").asLong()).isEqualTo(PRICE);
    assertThat(answer.headers().getLocation()).hasPath("/v1/bookings/" + id);
    assertThat(hold.status()).isEqualTo(FakeSeats.Status.BOOKED);
    assertThat(PROVIDER.paymentsOf(id))
        .singleElement()
        .satisfies(
            payment -> {
              assertThat(payment.captures).isEqualTo(1);
              assertThat(payment.amount).isEqualTo(3 * PRICE);
              assertThat(payment.paymentId).hasToString(answer.field("paymentId"));
            });
  }

  @Test
  void saysTheSameAgain() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var first = confirm(hold, FakeProvider.PAYS).expect(201);

    var again = confirm(hold, FakeProvider.PAYS).expect(200);
    var withAnotherCard = confirm(hold, FakeProvider.DECLINED).expect(200);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(withAnotherCard.body()).isEqualTo(first.body());
  }

  @Test
  void tellsTheOthersWhatWasSold() {
    try (var topic = TopicReader.of("booking.booking")) {
      var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
      var answer = confirm(hold, FakeProvider.PAYS).expect(201);

      var event = topic.await("booking.booking.confirmed", answer.field("bookingId"));

      var data = event.data();
      assertThat(EventContracts.violations(event.type(), data)).isEmpty();
      assertThat(data.get("holdId").asString()).isEqualTo(hold.id.toString());
      assertThat(data.get("userId").asString()).isEqualTo("alice");
      assertThat(data.get("email").asString()).isEqualTo("alice@example.test");
      assertThat(data.get("totalAmount").asLong()).isEqualTo(2 * PRICE);
      assertThat(data.get("paymentId").asString()).isEqualTo(answer.field("paymentId"));
      assertThat(data.get("bookedAt").asString()).isEqualTo(answer.field("bookedAt"));
      assertThat(data.at("/seats/1/seatId").asString()).isEqualTo(hold.seatIds.get(1).toString());
      assertThat(data.at("/seats/1/sectionId").asString()).isEqualTo(FakeSeats.STALLS.toString());
    }
  }

  @Test
  void leavesTheHoldWhenTheCardIsDeclinedAndTakesAnother() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);

    var declined = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");

    assertThat(declined.field("type")).isEqualTo("urn:boxoffice:problem:payment-declined");
    assertThat(declined.field("declineCode")).isEqualTo("generic_decline");
    assertThat(declined.field("traceId")).isNotEmpty();
    assertThat(hold.status()).isEqualTo(FakeSeats.Status.ACTIVE);
    var id = UUID.fromString(declined.field("bookingId"));
    assertThat(booking("alice", id).expect(200).field("status")).isEqualTo("PENDING");

    var paid = confirm(hold, FakeProvider.PAYS).expect(201);

    assertThat(paid.field("bookingId")).isEqualTo(id.toString());
    assertThat(PROVIDER.paymentsOf(id)).hasSize(2);
    assertThat(PROVIDER.netOf(id)).isEqualTo(2 * PRICE);
  }

  @Test
  void saysTheSameOfACardThatWasDeclinedBefore() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var first = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");

    var again = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");

    assertThat(again.field("declineCode")).isEqualTo(first.field("declineCode"));
    assertThat(PROVIDER.paymentsOf(UUID.fromString(first.field("bookingId")))).hasSize(1);
  }

  @Test
  void asksTheBuyerToActAndFinishesByItself() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);

    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);

    var id = UUID.fromString(pending.field("bookingId"));
    assertThat(pending.field("status")).isEqualTo("PENDING");
    assertThat(pending.field("nextAction/type")).isEqualTo("redirect");
    assertThat(pending.field("nextAction/url")).startsWith("https://bank.test/");
    assertThat(pending.headers().getLocation()).hasPath("/v1/bookings/" + id);
    PROVIDER.buyerActs(id, true);
    var booking = awaitStatus("alice", id, "CONFIRMED");
    assertThat(booking.body().get("totalAmount").asLong()).isEqualTo(PRICE);
    assertThat(PROVIDER.netOf(id)).isEqualTo(PRICE);
  }

  @Test
  void finishesAtOnceWhenTheBuyerComesBackFromTheBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    PROVIDER.buyerActs(UUID.fromString(pending.field("bookingId")), true);

    var answer = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(200);

    assertThat(answer.field("status")).isEqualTo("CONFIRMED");
  }

  @Test
  void declinesWhenTheBuyerFailsAtTheBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var id = UUID.fromString(pending.field("bookingId"));
    PROVIDER.buyerActs(id, false);

    confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(402, "PAYMENT_DECLINED");

    assertThat(hold.status()).isEqualTo(FakeSeats.Status.ACTIVE);
    assertThat(PROVIDER.netOf(id)).isZero();
  }

  @Test
  void letsAnotherCardReplaceOneThatWaitsForItsBank() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var id =
        UUID.fromString(confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202).field("bookingId"));

    confirm(hold, FakeProvider.PAYS).expect(201);

    assertThat(PROVIDER.paymentsOf(id))
        .extracting(payment -> payment.state)
        .containsExactlyInAnyOrder(FakeProvider.State.VOIDED, FakeProvider.State.CAPTURED);
  }

  @ParameterizedTest
  @CsvSource({
    "pay, REQUEST_LOST",
    "pay, ANSWER_LOST",
    "book, REQUEST_LOST",
    "book, ANSWER_LOST",
  })
  void finishesWhenSeatServiceGivesNoAnswer(String call, Fault fault) {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    SEATS.planFault(call, fault);

    var answer = confirm(hold, FakeProvider.PAYS).expect(201);

    var id = UUID.fromString(answer.field("bookingId"));
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.captures == 1);
    assertThat(SEATS.calls(call, hold)).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "authorise, REQUEST_LOST",
    "authorise, ANSWER_LOST",
    "capture, REQUEST_LOST",
    "capture, ANSWER_LOST",
  })
  void finishesWhenTheProviderGivesNoAnswer(String call, Fault fault) {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    PROVIDER.planFault(call, fault);

    var answer = confirm(hold, FakeProvider.PAYS).expect(201);

    var id = UUID.fromString(answer.field("bookingId"));
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.captures == 1);
    assertThat(PROVIDER.netOf(id)).isEqualTo(2 * PRICE);
  }

  @ParameterizedTest
  @CsvSource({"REQUEST_LOST", "ANSWER_LOST"})
  void undoesEverythingThoughAnswersAreLost(Fault fault) {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    PROVIDER.planFault("capture", fault);
    SEATS.planFault("return", fault);
    PROVIDER.planFault("release", fault);

    var refused = confirm(hold, FakeProvider.CAPTURE_DECLINED).expect(402, "PAYMENT_DECLINED");

    var id = UUID.fromString(refused.field("bookingId"));
    assertThat(refused.field("declineCode")).isEqualTo("card_declined");
    assertThat(hold.returned()).containsExactlyInAnyOrderElementsOf(hold.seatIds);
    assertThat(PROVIDER.paymentsOf(id))
        .extracting(payment -> payment.state)
        .containsExactly(FakeProvider.State.VOIDED);
    assertThat(booking("alice", id).expect(200).field("status")).isEqualTo("FAILED");
    confirm(hold, FakeProvider.PAYS).expect(409, "HOLD_EXPIRED");
  }

  @Test
  void saysThatItDoesNotKnowYetAndFinishesLater() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var gate = PROVIDER.hang();

    Answer pending;
    try {
      pending = confirm(hold, FakeProvider.PAYS).expect(202);
    } finally {
      gate.countDown();
    }

    assertThat(pending.body().has("nextAction")).isFalse();
    var id = UUID.fromString(pending.field("bookingId"));
    awaitStatus("alice", id, "CONFIRMED");
    assertThat(PROVIDER.netOf(id)).isEqualTo(PRICE);
  }

  @Test
  void takesMoneyOnceWhenARunThoughtDeadGoesOnBesideItsSuccessor() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var gate = PROVIDER.hang();

    UUID id;
    try {
      id = UUID.fromString(confirm(hold, FakeProvider.PAYS).expect(202).field("bookingId"));
      var expired =
          jdbc.sql(
                  """
                  update work
                  set lease_until = now()
                  where key = (select payment_id from payment_attempt where booking_id = :id)
                  """)
              .param("id", id)
              .update();
      assertThat(expired).isEqualTo(1);
      until(() -> PROVIDER.hanging() == 2);
    } finally {
      gate.countDown();
    }

    awaitStatus("alice", id, "CONFIRMED");
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.captures == 1);
  }

  @Test
  void keepsTheFirstAnswerToAnIdempotencyKey() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var keyed = client.as("alice").with("Idempotency-Key", UUID.randomUUID().toString());
    var request = Map.of("holdId", hold.id, "paymentMethodId", FakeProvider.PAYS);
    var other = Map.of("holdId", hold.id, "paymentMethodId", FakeProvider.PAYS_TOO);

    var first = keyed.post("/v1/bookings/confirm", request).expect(201);
    var again = keyed.post("/v1/bookings/confirm", request).expect(201);

    assertThat(again.body()).isEqualTo(first.body());
    keyed.post("/v1/bookings/confirm", other).expect(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void voidsWhenTheHoldEndsWhileTheMoneyIsBeingSetAside() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var id = UUID.fromString(pending.field("bookingId"));
    hold.expire();
    PROVIDER.buyerActs(id, true);

    confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(409, "HOLD_EXPIRED");

    assertThat(PROVIDER.paymentsOf(id))
        .extracting(payment -> payment.state)
        .containsExactly(FakeProvider.State.VOIDED);
    assertThat(booking("alice", id).expect(200).field("status")).isEqualTo("FAILED");
  }

  @Test
  void refusesAHoldThatHasEnded() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    hold.expire();

    var refused = confirm(hold, FakeProvider.PAYS).expect(409, "HOLD_EXPIRED");
    confirm(hold, FakeProvider.PAYS).expect(409, "HOLD_EXPIRED");

    assertThat(refused.field("type")).isEqualTo("urn:boxoffice:problem:hold-expired");
    assertThat(SEATS.calls("pay", hold)).isEqualTo(1);
  }

  @Test
  void doesNotKnowSomeoneElsesHold() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var request = Map.of("holdId", hold.id, "paymentMethodId", FakeProvider.PAYS);

    client.as("eve").post("/v1/bookings/confirm", request).expect(404, "HOLD_NOT_FOUND");
    client
        .as("alice")
        .post(
            "/v1/bookings/confirm",
            Map.of("holdId", UUID.randomUUID(), "paymentMethodId", FakeProvider.PAYS))
        .expect(404, "HOLD_NOT_FOUND");

    assertThat(client.as("eve").get("/v1/bookings").expect(200).body().get("total").asInt())
        .isZero();
    confirm(hold, FakeProvider.PAYS).expect(201);
  }

  @Test
  void makesOneBookingOfManyIdenticalRequests() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);

    var answers = atOnce(20, i -> confirm(hold, FakeProvider.PAYS));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    var id = UUID.fromString(answers.getFirst().field("bookingId"));
    assertThat(PROVIDER.paymentsOf(id)).singleElement().matches(p -> p.captures == 1);
  }

  @Test
  void declinesManyIdenticalRequestsWithOneAttempt() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);

    var answers = atOnce(20, i -> confirm(hold, FakeProvider.DECLINED));

    assertThat(answers).allSatisfy(answer -> answer.expect(402, "PAYMENT_DECLINED"));
    var id = UUID.fromString(answers.getFirst().field("bookingId"));
    assertThat(PROVIDER.paymentsOf(id)).hasSize(1);
  }

  @Test
  void takesMoneyOnceWhenTwoCardsAreTriedAtOnce() {
    var hold = SEATS.hold("alice", 2, PRICE, IN_TWO_DAYS);
    var cards = List.of(FakeProvider.PAYS, FakeProvider.PAYS_TOO, FakeProvider.DECLINED);

    var answers = atOnce(12, i -> confirm(hold, cards.get(i % cards.size())));

    var confirmed = answers.stream().filter(answer -> answer.status() <= 201).toList();
    assertThat(confirmed).isNotEmpty();
    assertThat(confirmed).extracting(Answer::body).containsOnly(confirmed.getFirst().body());
    var id = UUID.fromString(confirmed.getFirst().field("bookingId"));
    assertThat(PROVIDER.netOf(id)).isEqualTo(2 * PRICE);
  }

  @Test
  void booksFreeSeatsWithoutAPayment() {
    var hold = SEATS.hold("alice", 2, 0, IN_TWO_DAYS);

    var answer = confirm(hold, FakeProvider.PAYS).expect(201);

    assertThat(answer.body().get("totalAmount").asLong()).isZero();
    assertThat(PROVIDER.paymentsOf(UUID.fromString(answer.field("bookingId")))).isEmpty();
  }

  @Test
  void findsOutByItselfThatADeclinedBookingsHoldHasEnded() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    hold.expireAt(Instant.now().plus(Duration.ofSeconds(1)));

    var declined = confirm(hold, FakeProvider.DECLINED).expect(402, "PAYMENT_DECLINED");

    awaitStatus("alice", UUID.fromString(declined.field("bookingId")), "FAILED");
    confirm(hold, FakeProvider.PAYS).expect(409, "HOLD_EXPIRED");
  }

  @Test
  void answersMalformedRequestsWithTheFieldsAtFault() {
    var alice = client.as("alice");

    alice.post("/v1/bookings/confirm", Map.of()).expect(400, "VALIDATION_FAILED");
    alice.post("/v1/bookings/confirm", "{").expect(400, "VALIDATION_FAILED");
    alice
        .post("/v1/bookings/confirm", Map.of("holdId", "x", "paymentMethodId", "pm"))
        .expect(400, "VALIDATION_FAILED");
    var unknown =
        alice
            .post(
                "/v1/bookings/confirm",
                Map.of("holdId", UUID.randomUUID(), "paymentMethodId", "pm", "amount", 1))
            .expect(400, "VALIDATION_FAILED");
    assertThat(unknown.field("errors/0/field")).isEqualTo("amount");
    alice
        .post(
            "/v1/bookings/confirm",
            Map.of("holdId", UUID.randomUUID(), "paymentMethodId", "pm", "userId", "bob"))
        .expect(403, "USER_MISMATCH");
    client.post("/v1/bookings/confirm", Map.of()).expect(401, "UNAUTHENTICATED");
  }

  @Test
  void looksForAnAuthorisationWhoseKeyTheProviderHasForgotten() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var id = UUID.fromString(pending.field("bookingId"));
    hold.expire();
    PROVIDER.forgetKeys();

    unansweredForADay(id);

    awaitStatus("alice", id, "FAILED");
    assertThat(PROVIDER.paymentsOf(id))
        .extracting(payment -> payment.state)
        .containsExactly(FakeProvider.State.VOIDED);
  }

  @Test
  void endsAPurchaseOfWhichTheProviderNeverHeard() {
    var hold = SEATS.hold("alice", 1, PRICE, IN_TWO_DAYS);
    var pending = confirm(hold, FakeProvider.ASKS_THE_BUYER).expect(202);
    var id = UUID.fromString(pending.field("bookingId"));
    hold.expire();
    PROVIDER.forgetPaymentsOf(id);
    PROVIDER.forgetKeys();

    unansweredForADay(id);

    awaitStatus("alice", id, "FAILED");
    assertThat(PROVIDER.paymentsOf(id)).isEmpty();
  }

  /** As if no answer had come when the money was to be set aside. */
  private void unansweredForADay(UUID bookingId) {
    assertThat(
            jdbc.sql(
                    """
                    with unanswered as (
                      update payment_attempt
                      set step = 'AUTHORISE', provider_payment_id = null, next_action_url = null,
                          pay_deadline = now() - interval '24 hours'
                      where booking_id = :bookingId
                      returning payment_id)
                    update work set due_at = now()
                    where key in (select payment_id from unanswered)
                    """)
                .param("bookingId", bookingId)
                .update())
        .isEqualTo(1);
  }
}
