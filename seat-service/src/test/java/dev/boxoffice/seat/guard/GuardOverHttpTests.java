package dev.boxoffice.seat.guard;

import static dev.boxoffice.seat.guard.TestGuard.newUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** What a client sees of the guard, with the limits as they come. */
class GuardOverHttpTests implements SeatTest {
  private static final int ATTEMPTS_MAX = 500;

  private final TestClient client;
  private final TestShows shows;
  private final StringRedisTemplate redis;

  GuardOverHttpTests(TestClient client, Shows shows, Clock clock, StringRedisTemplate redis) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
    this.redis = redis;
  }

  @Test
  void slowsDownWhoAsksTooOften() {
    OpenShow show = shows.open(1);
    TestClient robot = client.as(newUser());

    Answer refusal = askUntil(robot, show, "RATE_LIMITED").expect(429, "RATE_LIMITED");

    assertThat(refusal.headers().getFirst("Retry-After")).isEqualTo("1");
    assertThat(refusal.headers().getFirst("RateLimit-Limit")).isEqualTo("30");
    assertThat(refusal.headers().getFirst("RateLimit-Remaining")).isEqualTo("0");
    assertThat(refusal.headers().getFirst("RateLimit-Reset")).isEqualTo("6");
    assertThat(refusal.field("traceId")).isNotEmpty();
    hold(client.as(newUser()), show).expect(409, "SEATS_UNAVAILABLE");
  }

  @Test
  void refusesAFourthDeviceBeforeItLooksAtTheSeats() {
    OpenShow show = shows.open(1);
    String user = newUser();
    hold(on(user, "phone"), show).expect(201);
    hold(on(user, "tablet"), show).expect(409, "SEATS_UNAVAILABLE");
    hold(on(user, "laptop"), show).expect(409, "SEATS_UNAVAILABLE");

    Answer refusal = hold(on(user, "robot"), show).expect(403, "TOO_MANY_DEVICES");

    assertThat(refusal.body().path("devicesMax").asInt()).isEqualTo(3);
    hold(client.as(user), show).expect(409, "SEATS_UNAVAILABLE");
    hold(on(user, "a b"), show).expect(400, "VALIDATION_FAILED");
  }

  @Test
  void wantsAProofOfWorkFromWhoIsRefusedAgainAndAgain() {
    OpenShow show = shows.open(1, Map.of("queue", "ON"));
    TestClient robot = client.as(newUser());

    Answer refusal = askUntil(robot, show, "CHALLENGE_REQUIRED").expect(403, "CHALLENGE_REQUIRED");

    Challenge challenge = challenge(refusal);
    assertThat(challenge.difficulty()).isEqualTo(18);
    String solution = ProofOfWork.solve(challenge);
    TestClient worked = robot.with("X-Challenge-Solution", solution);
    // A robot's next token comes a fifth of a second later; the proof is not used up by waiting.
    await().until(() -> hold(worked, show).code().equals("ADMISSION_REQUIRED"));
  }

  @Test
  void looksAtTheShowBeforeTheVisitor() {
    TestClient robot = client.as(newUser());
    Map<String, Object> nowhere =
        Map.of("showId", UUID.randomUUID(), "seatIds", new Object[] {UUID.randomUUID()});
    for (int n = 0; n < 40; n++) {
      robot.post("/v1/bookings/hold", nowhere).expect(404, "SHOW_NOT_FOUND");
    }
  }

  @Test
  void makesThoseRestWhoKeepLettingHoldsExpire() {
    OpenShow show = shows.open(1);
    String user = newUser();
    for (int n = 0; n < 10; n++) {
      tellThatAHoldEnded(show, user, n == 0 ? "RELEASED" : "EXPIRED");
    }
    await().until(() -> redis.opsForZSet().zCard("guard:{user:" + user + "}:expired-holds") == 9);
    hold(client.as(user), show).expect(201);

    tellThatAHoldEnded(show, user, "EXPIRED");
    await().until(() -> redis.hasKey("guard:{user:" + user + "}:cool-down"));

    Answer refusal = hold(client.as(user), show).expect(429, "RATE_LIMITED");
    assertThat(Integer.parseInt(Objects.requireNonNull(refusal.headers().getFirst("Retry-After"))))
        .isBetween(200, 300);
  }

  private Answer askUntil(TestClient robot, OpenShow show, String code) {
    Answer answer = hold(robot, show);
    for (int n = 0; n < ATTEMPTS_MAX && !answer.code().equals(code); n++) {
      answer = hold(robot, show);
    }
    return answer;
  }

  private TestClient on(String user, String device) {
    return client.as(user).with("X-Device-Id", device);
  }

  private static Answer hold(TestClient who, OpenShow show) {
    return who.post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(0)));
  }

  private static Challenge challenge(Answer refusal) {
    JsonNode challenge = refusal.body().path("challenge");
    return new Challenge(
        challenge.path("algorithm").asString(),
        challenge.path("salt").asString(),
        challenge.path("difficulty").asInt(),
        challenge.path("expiresAt").asString(),
        challenge.path("signature").asString());
  }

  private static void tellThatAHoldEnded(OpenShow show, String user, String reason) {
    TopicWriter.send(
        "seat.show",
        show.id(),
        "seat.show.hold-ended",
        Map.of(
            "showId",
            show.id(),
            "holdId",
            UUID.randomUUID().toString(),
            "userId",
            user,
            "reason",
            reason));
  }
}
