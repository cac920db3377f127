package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No seat is sold twice, whoever comes when. */
class HoldRaceTests extends HoldTest {
  private static final int BUYERS = 200;
  private static final long SEED = 20_261_123L;

  private final SweepExpiredHolds sweeper;

  HoldRaceTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      SweepExpiredHolds sweeper) {
    super(client, shows, clock, jdbc, redis);
    this.sweeper = sweeper;
  }

  @Test
  void ofTwoHundredBuyersOneGetsTheSeat() {
    OpenShow show = shows.open(1);

    List<Answer> answers = Crowd.of(BUYERS, n -> hold("buyer-" + n, show, 0));

    assertThat(byOutcome(answers))
        .isEqualTo(Map.of("201 ", 1L, "409 SEATS_UNAVAILABLE", BUYERS - 1L));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void ofTwoHundredBuyersOneGetsTheSeatWhileRedisForgetsEverything() {
    OpenShow show = shows.open(1);
    AtomicInteger answered = new AtomicInteger();

    List<Answer> answers =
        Crowd.of(
                BUYERS + 1,
                n -> {
                  List<Answer> mine = new ArrayList<>();
                  if (n == BUYERS) {
                    while (answered.get() < BUYERS) {
                      flushRedis();
                    }
                  } else {
                    try {
                      mine.add(hold("buyer-" + n, show, 0));
                    } finally {
                      int soFar = answered.incrementAndGet();
                      assertThat(soFar).isPositive();
                    }
                  }
                  return mine;
                })
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(byOutcome(answers))
        .isEqualTo(Map.of("201 ", 1L, "409 SEATS_UNAVAILABLE", BUYERS - 1L));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void overlappingHoldsGetAllTheirSeatsOrNone() {
    OpenShow show = shows.open(2);

    List<Answer> answers =
        Crowd.of(60, n -> hold("buyer-" + n, show, n % 18, (n + 1) % 18, (n + 2) % 18));

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    List<String> held =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .flatMap(answer -> answer.body().at("/seats").valueStream())
            .map(String::valueOf)
            .toList();
    assertThat(held).isNotEmpty().doesNotHaveDuplicates();
    assertThat(count(show, "HELD")).isEqualTo(held.size());
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aCrowdThatWantsTheBestSeatsIsSeated() {
    OpenShow show = shows.open(20);
    Map<String, Object> wish = Map.of("showId", show.id(), "bestAvailable", Map.of("quantity", 2));

    List<Answer> answers =
        Crowd.of(60, n -> client.as("buyer-" + n).post("/v1/bookings/hold", wish));

    assertThat(byOutcome(answers)).isEqualTo(Map.of("201 ", 60L));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void oneBuyerNeverExceedsTheLimit() {
    OpenShow show = shows.open(4);

    List<Answer> answers = Crowd.of(20, n -> hold("asha", show, 2 * n, 2 * n + 1));

    assertThat(byOutcome(answers)).isEqualTo(Map.of("201 ", 3L, "409 TICKET_LIMIT_REACHED", 17L));
    assertThat(count(show, "HELD")).isEqualTo(6);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void manyBuyersAtOnceKeepTheirLimits() {
    OpenShow show = shows.open(40);

    List<Answer> answers =
        Crowd.of(100, n -> hold("buyer-" + n % 20, show, 4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 3));

    assertThat(byOutcome(answers)).isEqualTo(Map.of("201 ", 20L, "409 TICKET_LIMIT_REACHED", 80L));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void oneRequestSentManyTimesAtOnceIsOneHold() {
    OpenShow show = shows.open(1);
    TestClient asha = client.as("asha").with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = Map.of("showId", show.id(), "seatIds", show.seats(1));

    List<Answer> answers = Crowd.of(20, _ -> asha.post("/v1/bookings/hold", body));
    Answer afterwards = asha.post("/v1/bookings/hold", body).expect(201);

    assertThat(answers)
        .allMatch(a -> a.status() == 201 || a.code().equals("REQUEST_IN_PROGRESS"))
        .filteredOn(a -> a.status() == 201)
        .isNotEmpty()
        .allMatch(a -> a.field("holdId").equals(afterwards.field("holdId")));
    assertThat(count(show, "HELD")).isEqualTo(1);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void twoSweepersAndManyBuyersEndAHoldOnce() {
    OpenShow show = shows.open(3);
    List<String> holds =
        IntStream.range(0, 10)
            .mapToObj(
                n ->
                    hold("late-" + n, show, 3 * n, 3 * n + 1, 3 * n + 2)
                        .expect(201)
                        .field("holdId"))
            .toList();
    holds.forEach(this::letExpire);
    // Their claims in Redis would have expired with them.
    flushRedis();

    List<Integer> statuses =
        Crowd.of(34, n -> n < 4 ? sweeper.sweep() * 0 : hold("buyer-" + n, show, n - 4).status());

    assertThat(statuses.subList(4, 34)).containsOnly(201);
    assertThat(
            jdbc.sql("select count(*) from hold where show_id = :show and status = 'EXPIRED'")
                .param("show", show.showId().value())
                .query(Integer.class)
                .single())
        .isEqualTo(10);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aHoldIsEitherPaidOrExpired() {
    OpenShow show = shows.open(2);
    List<String> holds =
        IntStream.range(0, 20)
            .mapToObj(n -> hold("buyer-" + n, show, n).expect(201).field("holdId"))
            .toList();

    List<Answer> paid =
        Crowd.of(
                41,
                n -> {
                  List<Answer> mine = new ArrayList<>();
                  if (n < 20) {
                    mine.add(pay("buyer-" + n, holds.get(n), newBooking()));
                  } else if (n < 40) {
                    letExpire(holds.get(n - 20));
                  } else {
                    int ended = sweeper.sweep();
                    assertThat(ended).isNotNegative();
                  }
                  return mine;
                })
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(paid)
        .allMatch(
            answer ->
                (answer.status() == 200 && answer.field("status").equals("PAYING"))
                    || answer.code().equals("HOLD_EXPIRED"));
    int ended = sweeper.sweep();
    assertThat(ended).isNotNegative();
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aSeatHasOneOwnerAtATimeWhateverHappens() {
    OpenShow show = shows.open(3);
    AtomicInteger booked = new AtomicInteger();

    List<String> faults =
        Crowd.of(24, n -> shop(show, n, new Random(SEED + n), booked)).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(faults).as("seed " + SEED).isEmpty();
    int ended = sweeper.sweep();
    assertThat(ended).isNotNegative();
    assertThat(violations(show)).as("seed " + SEED).isEmpty();
    assertThat(booked.get()).isPositive();
  }

  /** One buyer's random wishes over few seats; answers with what should never have been said. */
  private List<String> shop(OpenShow show, int n, Random random, AtomicInteger booked) {
    List<String> faults = new ArrayList<>();
    String user = "shopper-" + n % 12;
    for (int round = 0; round < 12; round++) {
      List<Integer> wish = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
      Collections.shuffle(wish, random);
      int[] seats = wish.stream().limit(1 + random.nextInt(4)).mapToInt(i -> i).toArray();
      Answer held = hold(user, show, seats);
      if (held.status() == 201) {
        faults.addAll(finish(user, held.field("holdId"), random, booked));
      } else if (held.status() != 409) {
        faults.add(held.toString());
      }
      if (random.nextInt(10) == 0) {
        flushRedis();
      }
    }
    return faults;
  }

  private List<String> finish(String user, String holdId, Random random, AtomicInteger booked) {
    UUID booking = newBooking();
    List<Answer> answers = new ArrayList<>();
    switch (random.nextInt(5)) {
      case 0 -> answers.add(release(user, holdId).expect(204));
      case 1 -> letExpire(holdId);
      case 2 -> {
        answers.add(pay(user, holdId, booking).expect(200));
        letExpire(holdId);
        answers.add(step(holdId, "book", booking).expect(409, "HOLD_EXPIRED"));
      }
      case 3 -> {
        answers.add(pay(user, holdId, booking).expect(200));
        answers.add(step(holdId, "unpay", booking).expect(200));
        answers.add(release(user, holdId).expect(204));
      }
      default -> {
        answers.add(pay(user, holdId, booking).expect(200));
        answers.add(step(holdId, "book", booking).expect(200));
        int soFar = booked.incrementAndGet();
        if (soFar % 2 == 0 || random.nextBoolean()) {
          answers.add(giveBack(holdId, booking).expect(200));
        }
      }
    }
    return answers.stream().filter(a -> a.status() >= 500).map(Answer::toString).toList();
  }

  private int count(OpenShow show, String status) {
    return jdbc.sql("select count(*) from seat_state where show_id = :show and status = :status")
        .param("show", show.showId().value())
        .param("status", status)
        .query(Integer.class)
        .single();
  }

  private static Map<String, Long> byOutcome(List<Answer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(a -> a.status() + " " + a.code(), Collectors.counting()));
  }
}
