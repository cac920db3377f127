package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class HoldSeatsTests extends HoldTest {
  private final Clock clock;

  HoldSeatsTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
    this.clock = clock;
  }

  @Test
  void holdsSeatsAtTheirPricesForTenMinutes() {
    OpenShow show = shows.open(2);

    Answer answer = hold("asha", show, 3, 4).expect(201);

    assertThat(seats(answer)).containsExactlyElementsOf(show.seats(3, 4));
    assertThat(answer.body().at("/totalAmount").asLong()).isEqualTo(300_000);
    assertThat(answer.field("currency")).isEqualTo("INR");
    JsonNode first = answer.body().at("/items/0");
    assertThat(first.at("/row").asString()).isEqualTo("R1");
    assertThat(first.at("/number").asString()).isEqualTo("4");
    assertThat(first.at("/price").asLong()).isEqualTo(150_000);
    assertThat(Instant.parse(answer.field("expiresAt")))
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(9)),
            clock.instant().plus(Duration.ofMinutes(11)));
    assertThat(answer.body().at("/expiresInSeconds").asInt()).isBetween(540, 600);
    Answer found = find("asha", answer.field("holdId")).expect(200);
    assertThat(found.field("status")).isEqualTo("ACTIVE");
    assertThat(found.body().at("/items")).isEqualTo(answer.body().at("/items"));
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void holdsNothingWhenOneSeatIsTakenAndNamesExactlyThoseTaken() {
    OpenShow show = shows.open(1);
    hold("asha", show, 1, 2).expect(201);

    Answer refusal = hold("ben", show, 0, 1, 2, 3).expect(409, "SEATS_UNAVAILABLE");

    assertThat(seatIds(refusal)).containsExactlyElementsOf(show.seats(1, 2));
    hold("ben", show, 0, 3).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void namesTakenSeatsThatRedisHasForgottenToo() {
    OpenShow show = shows.open(1);
    hold("asha", show, 1).expect(201);
    flushRedis();
    hold("chitra", show, 2).expect(201);

    Answer refusal = hold("ben", show, 0, 1, 2).expect(409, "SEATS_UNAVAILABLE");

    assertThat(seatIds(refusal)).containsExactlyElementsOf(show.seats(1, 2));
  }

  @Test
  void aClaimWhoseHoldIsOverBlocksNobody() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    release("asha", holdId).expect(204);
    redis.opsForValue().set("seat:{" + show.id() + "}:" + show.seat(1), holdId);

    hold("ben", show, 1).expect(201);
  }

  @Test
  void refusesInTheOrderOfTheContract() {
    OpenShow show = shows.open(2);
    hold("asha", show, 0).expect(201);
    hold("ben", show, 10, 11, 12, 13, 14).expect(201);
    String unknown = UUID.randomUUID().toString();

    client.post("/v1/bookings/hold", Map.of()).expect(401, "UNAUTHENTICATED");
    client.as("ben").post("/v1/bookings/hold", Map.of()).expect(400, "VALIDATION_FAILED");
    client
        .as("ben")
        .post("/v1/bookings/hold", Map.of("showId", unknown, "seatIds", List.of(unknown)))
        .expect(404, "SHOW_NOT_FOUND");
    Answer notFound =
        hold("ben", show, List.of(show.seat(0), unknown)).expect(404, "SEAT_NOT_FOUND");
    assertThat(seatIds(notFound)).containsExactly(unknown);
    Answer limit = hold("ben", show, 0, 1).expect(409, "TICKET_LIMIT_REACHED");
    assertThat(limit.body().at("/limit").asInt()).isEqualTo(6);
    assertThat(limit.body().at("/owned").asInt()).isEqualTo(5);
    hold("ben", show, 0).expect(409, "SEATS_UNAVAILABLE");
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void refusesBodiesThatNoShowCouldSatisfy() {
    OpenShow show = shows.open(2);
    String id = show.id();
    List<Object> bodies =
        List.of(
            "{",
            "[]",
            Map.of("showId", "no-uuid", "seatIds", show.seats(1)),
            Map.of("showId", id),
            Map.of("showId", id, "seatIds", List.of()),
            Map.of("showId", id, "seatIds", show.seats(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
            Map.of("showId", id, "seatIds", show.seats(1, 1)),
            Map.of("showId", id, "seatIds", List.of("x")),
            "{\"showId\":\"" + id + "\",\"seatIds\":[null]}",
            Map.of("showId", id, "seatIds", show.seats(1), "price", 1),
            Map.of("showId", id, "seatIds", show.seats(1), "bestAvailable", Map.of("quantity", 1)),
            Map.of("showId", id, "bestAvailable", Map.of("quantity", 11)),
            Map.of("showId", id, "bestAvailable", Map.of()));
    for (Object body : bodies) {
      Answer refusal =
          client.as("ben").post("/v1/bookings/hold", body).expect(400, "VALIDATION_FAILED");
      assertThat(refusal.body().at("/errors").isEmpty()).as(refusal.text()).isFalse();
    }
    client.as("ben").get("/v1/bookings/hold/no-uuid").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void takesAUserIdInTheBodyOnlyIfItIsTheTokens() {
    OpenShow show = shows.open(1);
    Map<String, Object> ashas =
        Map.of("showId", show.id(), "seatIds", show.seats(0), "userId", "asha");
    client.as("ben").post("/v1/bookings/hold", ashas).expect(403, "USER_MISMATCH");
    client.as("asha").post("/v1/bookings/hold", ashas).expect(201);
  }

  @Test
  void sellsOnlyWhileTheShowIsOnSale() {
    Instant now = clock.instant();
    OpenShow later = shows.open(1, Map.of("salesStartAt", now.plusSeconds(3600).toString()));
    OpenShow over = shows.open(1, Map.of("showTime", now.minusSeconds(60).toString()));
    OpenShow cancelled = shows.open(1);
    shows.send(
        "catalogue.show.cancelled",
        Map.of(
            "showId", cancelled.id(), "eventId", UUID.randomUUID(), "cancelledAt", now.toString()));

    hold("asha", later, 0).expect(409, "SHOW_NOT_ON_SALE");
    hold("asha", over, 0).expect(409, "SHOW_NOT_ON_SALE");
    Awaitility.await()
        .untilAsserted(
            () -> hold("asha" + UUID.randomUUID(), cancelled, 0).expect(409, "SHOW_NOT_ON_SALE"));
  }

  @Test
  void aShowWithAWaitingRoomStartsClosed() {
    OpenShow show = shows.open(1, Map.of("queue", "ON"));

    Answer refusal = hold("asha", show, 0).expect(403, "ADMISSION_REQUIRED");

    assertThat(refusal.field("queueUrl")).endsWith("/v1/queue/" + show.id());
    client
        .as("asha")
        .with("X-Admission-Token", "not.a.token")
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(0)))
        .expect(403, "ADMISSION_REQUIRED");
  }

  @Test
  void releasesOnceAndSaysSoEveryTime() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");

    release("ben", holdId).expect(404, "HOLD_NOT_FOUND");
    release("asha", holdId).expect(204);
    release("asha", holdId).expect(204);

    assertThat(find("asha", holdId).expect(200).field("status")).isEqualTo("RELEASED");
    hold("ben", show, 1, 2).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void showsAHoldToNobodyElse() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    find("ben", holdId).expect(404, "HOLD_NOT_FOUND");
    client.as("ben").post("/v1/bookings/hold/" + holdId + "/extend").expect(404, "HOLD_NOT_FOUND");
    find("asha", UUID.randomUUID().toString()).expect(404, "HOLD_NOT_FOUND");
  }

  @Test
  void extendsByFiveMinutesTwice() {
    OpenShow show = shows.open(1);
    Answer held = hold("asha", show, 1).expect(201);
    String extend = "/v1/bookings/hold/" + held.field("holdId") + "/extend";
    Instant expiresAt = Instant.parse(held.field("expiresAt"));

    Answer once = client.as("asha").post(extend).expect(200);
    Answer twice = client.as("asha").post(extend).expect(200);
    Answer refused = client.as("asha").post(extend).expect(409, "HOLD_NOT_EXTENDABLE");

    assertThat(refused.field("holdStatus")).isEqualTo("ACTIVE");
    assertThat(refused.field("extensions")).isEqualTo("2");
    assertThat(Instant.parse(once.field("expiresAt")))
        .isEqualTo(expiresAt.plus(Duration.ofMinutes(5)));
    assertThat(Instant.parse(twice.field("expiresAt")))
        .isEqualTo(expiresAt.plus(Duration.ofMinutes(10)));
    assertThat(redis.getExpire("seat:{" + show.id() + "}:" + show.seat(1)))
        .isGreaterThan(Duration.ofMinutes(15).toSeconds());
  }

  @Test
  void isNotExtendedWhenItsShowWillNotTakePlace() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    int cancelled =
        jdbc.sql(
                "update show_sale set status = 'CANCELLED', cancelled_at = now() where show_id = ?")
            .param(show.showId().value())
            .update();
    assertThat(cancelled).isOne();
    client
        .as("asha")
        .post("/v1/bookings/hold/" + holdId + "/extend")
        .expect(409, "HOLD_NOT_EXTENDABLE");
  }

  @Test
  void whoeverHasEnoughHearsThatEvenWhereNothingIsLeft() {
    OpenShow show = shows.openLayout(TestShows.layout(1, 7, 0));
    hold("asha", show, 0, 1, 2, 3, 4, 5).expect(201);
    hold("ben", show, 6).expect(201);

    Answer refused = best("asha", show, 1).expect(409, "TICKET_LIMIT_REACHED");
    assertThat(refused.field("limit")).isEqualTo("6");
    assertThat(refused.field("owned")).isEqualTo("6");
    best("chitra", show, 7).expect(409, "TICKET_LIMIT_REACHED");
    best("chitra", show, 1).expect(409, "SEATS_UNAVAILABLE");
  }

  @Test
  void findsTheNearestSeatsTogetherThatAreFree() {
    OpenShow show = shows.openLayout(TestShows.layout(2, 10, 8));
    hold("asha", show, 2, 8).expect(201);

    assertThat(seats(best("ben", show, 5).expect(201)))
        .containsExactlyElementsOf(show.seats(3, 4, 5, 6, 7));
    assertThat(seats(best("chitra", show, 6).expect(201)))
        .containsExactlyElementsOf(show.seats(12, 13, 14, 15, 16, 17));
    assertThat(seats(best("dev", show, 6).expect(201)))
        .containsExactlyElementsOf(show.seats(20, 21, 22, 23, 24, 25));
    best("emil", show, 6).expect(409, "SEATS_UNAVAILABLE");
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void answersARepeatedRequestWithTheFirstAnswer() {
    OpenShow show = shows.open(1);
    Map<String, Object> body = Map.of("showId", show.id(), "seatIds", show.seats(1));
    TestClient asha = client.as("asha").with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = asha.post("/v1/bookings/hold", body).expect(201);
    Answer second = asha.post("/v1/bookings/hold", body).expect(201);

    assertThat(second.field("holdId")).isEqualTo(first.field("holdId"));
  }

  private Answer best(String user, OpenShow show, int quantity) {
    return client
        .as(user)
        .post(
            "/v1/bookings/hold",
            Map.of("showId", show.id(), "bestAvailable", Map.of("quantity", quantity)));
  }

  private static List<String> seats(Answer answer) {
    return answer.body().at("/seats").valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> seatIds(Answer answer) {
    return answer.body().at("/seatIds").valueStream().map(JsonNode::asString).toList();
  }
}
