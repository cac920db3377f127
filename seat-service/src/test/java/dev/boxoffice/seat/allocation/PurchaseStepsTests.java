package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The steps that booking-service takes, each as often as it likes. */
class PurchaseStepsTests extends HoldTest {
  private final Clock clock;

  PurchaseStepsTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
    this.clock = clock;
  }

  @Test
  void aPaidHoldIsBookedOnceWithTheSameAnswerEveryTime() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");
    UUID booking = newBooking();

    endIn(holdId, Duration.ofSeconds(60));
    Answer paying = pay("asha", holdId, booking).expect(200);
    Answer again = pay("asha", holdId, booking).expect(200);
    Answer booked = step(holdId, "book", booking).expect(200);
    Answer bookedAgain = step(holdId, "book", booking).expect(200);
    Answer payingBooked = pay("asha", holdId, booking).expect(200);

    assertThat(paying.field("status")).isEqualTo("PAYING");
    assertThat(again.body()).isEqualTo(paying.body());
    assertThat(paying.body().at("/items")).hasSize(2);
    assertThat(paying.field("/items/0/section")).isEqualTo("Stalls");
    assertThat(paying.body().at("/totalAmount").asLong()).isEqualTo(300_000);
    assertThat(Instant.parse(paying.field("payDeadline")))
        .isBetween(
            clock.instant().plus(Duration.ofSeconds(90)),
            clock.instant().plus(Duration.ofSeconds(121)));
    assertThat(Instant.parse(paying.field("showTime"))).isAfter(clock.instant());
    assertThat(bookedAgain.body()).isEqualTo(booked.body());
    assertThat(seatIds(booked)).containsExactlyElementsOf(show.seats(1, 2));
    assertThat(payingBooked.field("status")).isEqualTo("BOOKED");
    assertThat(find("asha", holdId).field("status")).isEqualTo("BOOKED");
    assertThat(release("asha", holdId).expect(409, "HOLD_NOT_RELEASABLE").field("holdStatus"))
        .isEqualTo("BOOKED");
    step(holdId, "unpay", booking).expect(409, "HOLD_BOOKED");
    hold("ben", show, 1).expect(409, "SEATS_UNAVAILABLE");
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void anotherBookingOrBuyerHasNoPartInAHold() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    UUID booking = newBooking();

    pay("ben", holdId, booking).expect(404, "HOLD_NOT_FOUND");
    pay("asha", UUID.randomUUID().toString(), booking).expect(404, "HOLD_NOT_FOUND");
    step(holdId, "book", booking).expect(409, "HOLD_EXPIRED");
    pay("asha", holdId, booking).expect(200);
    pay("asha", holdId, newBooking()).expect(409, "HOLD_EXPIRED");
    step(holdId, "book", newBooking()).expect(409, "HOLD_EXPIRED");
    step(holdId, "unpay", newBooking()).expect(404, "HOLD_NOT_FOUND");
    step(holdId, "book", booking).expect(200);
    step(holdId, "book", newBooking()).expect(409, "HOLD_EXPIRED");
    client
        .as("asha")
        .post("/internal/holds/" + holdId + "/book", Map.of("bookingId", booking, "attempt", 1))
        .expect(403, "FORBIDDEN");
  }

  @Test
  void aDeclinePutsTheRemainingTimeBack() {
    OpenShow show = shows.open(1);
    Answer held = hold("asha", show, 1).expect(201);
    String holdId = held.field("holdId");
    UUID booking = newBooking();
    pay("asha", holdId, booking).expect(200);

    Answer active = step(holdId, "unpay", booking).expect(200);
    Answer again = step(holdId, "unpay", booking).expect(200);

    assertThat(active.field("status")).isEqualTo("ACTIVE");
    assertThat(again.body()).isEqualTo(active.body());
    assertThat(Instant.parse(active.field("expiresAt")))
        .isBetween(
            Instant.parse(held.field("expiresAt")),
            Instant.parse(held.field("expiresAt")).plusSeconds(60));
    pay("asha", holdId, booking, 2).expect(200);
    step(holdId, "book", booking, 2).expect(200);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aLateStepOfAnAttemptHasNoPartInTheNext() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    UUID booking = newBooking();
    pay("asha", holdId, booking, 1).expect(200);
    step(holdId, "unpay", booking, 1).expect(200);

    pay("asha", holdId, booking, 1).expect(409, "HOLD_EXPIRED");
    pay("asha", holdId, booking, 2).expect(200);
    pay("asha", holdId, booking, 1).expect(409, "HOLD_EXPIRED");
    assertThat(step(holdId, "unpay", booking, 1).expect(200).field("status")).isEqualTo("ACTIVE");
    assertThat(find("asha", holdId).field("status")).isEqualTo("PAYING");
    step(holdId, "book", booking, 1).expect(409, "HOLD_EXPIRED");

    step(holdId, "book", booking, 2).expect(200);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void payingTakesNoTimeAwayFromAHold() {
    OpenShow show = shows.open(1);
    Answer held = hold("asha", show, 1).expect(201);
    String holdId = held.field("holdId");
    UUID booking = newBooking();

    Answer paying = pay("asha", holdId, booking).expect(200);
    Answer unpaid = step(holdId, "unpay", booking).expect(200);

    assertThat(paying.field("payDeadline")).isEqualTo(held.field("expiresAt"));
    assertThat(unpaid.field("expiresAt")).isEqualTo(held.field("expiresAt"));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aDeclineTakesBackTheTimeThatPayingGave() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    UUID booking = newBooking();
    endIn(holdId, Duration.ofSeconds(60));

    pay("asha", holdId, booking).expect(200);
    Answer unpaid = step(holdId, "unpay", booking).expect(200);

    assertThat(Instant.parse(unpaid.field("expiresAt")))
        .isBefore(clock.instant().plus(Duration.ofSeconds(70)));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void nothingIsBookedAfterThePayDeadline() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    UUID booking = newBooking();
    pay("asha", holdId, booking).expect(200);
    letExpire(holdId);

    step(holdId, "book", booking).expect(409, "HOLD_EXPIRED");
    pay("asha", holdId, booking).expect(409, "HOLD_EXPIRED");
    assertThat(step(holdId, "unpay", booking).expect(200).field("status")).isEqualTo("EXPIRED");
    hold("ben", show, 1).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void ofManyBookingsAtOnceOneIsMade() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");

    List<UUID> bookings = Crowd.of(20, _ -> newBooking());
    List<Answer> paid = Crowd.of(20, n -> pay("asha", holdId, bookings.get(n)));
    List<Answer> booked = Crowd.of(20, n -> step(holdId, "book", bookings.get(n)));

    assertThat(paid.stream().filter(a -> a.status() == 200)).hasSize(1);
    assertThat(booked.stream().filter(a -> a.status() == 200)).hasSize(1);
    assertThat(booked.stream().filter(a -> a.code().equals("HOLD_EXPIRED"))).hasSize(19);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void twentyIdenticalBookingsAreOne() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");
    UUID booking = newBooking();
    pay("asha", holdId, booking).expect(200);

    List<Answer> booked = Crowd.of(20, _ -> step(holdId, "book", booking));

    assertThat(booked).allMatch(answer -> answer.status() == 200);
    assertThat(booked.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void returnedSeatsAreForTheNextBuyer() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2, 3).expect(201).field("holdId");
    UUID booking = newBooking();
    assertThat(seatIds(giveBack(holdId, booking).expect(200))).isEmpty();
    pay("asha", holdId, booking).expect(200);
    step(holdId, "book", booking).expect(200);

    Map<String, Object> two = Map.of("bookingId", booking.toString(), "seatIds", show.seats(2));
    assertThat(seatIds(internal(holdId, "return", two).expect(200))).containsExactly(show.seat(2));
    assertThat(seatIds(internal(holdId, "return", two).expect(200))).containsExactly(show.seat(2));
    hold("ben", show, 2).expect(201);
    assertThat(violations(show)).isEmpty();
    assertThat(seatIds(giveBack(holdId, booking).expect(200)))
        .containsExactlyElementsOf(show.seats(1, 2, 3));
    hold("chitra", show, 1, 3).expect(201);
    hold("asha", show, 4, 5, 6, 7, 8, 9).expect(201);
    assertThat(violations(show)).isEmpty();
    giveBack(UUID.randomUUID().toString(), booking).expect(404, "HOLD_NOT_FOUND");
  }

  private static List<String> seatIds(Answer answer) {
    return answer.body().at("/seatIds").valueStream().map(JsonNode::asString).toList();
  }
}
