package dev.boxoffice.queue.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.boxoffice.queue.AtOnce;
import dev.boxoffice.queue.PublishedShow;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class QueueTests {
  private static final Clock CLOCK = Clock.systemUTC();

  private final TestClient client;

  QueueTests(TestClient client) {
    this.client = client;
  }

  @Test
  void admitsEveryoneAtOnceWhileTheRoomIsOff() throws Exception {
    PublishedShow show = PublishedShow.withQueue("OFF", client);

    Answer joined = client.as("asha").post(show.path()).expect(201);

    assertThat(joined.field("status")).isEqualTo("ADMITTED");
    assertThat(joined.field("number")).isEqualTo("1");
    assertThat(joined.field("position")).isEqualTo("0");
    assertThat(joined.body().path("expiresInSeconds").asLong()).isBetween(590L, 600L);
    JWTClaimsSet claims = verified(joined.field("admissionToken"));
    assertThat(claims.getSubject()).isEqualTo("asha");
    assertThat(claims.getClaimAsString("showId")).isEqualTo(show.id().toString());
    assertThat(claims.getJWTID()).isEqualTo(joined.field("queueId"));
    assertThat(claims.getExpirationTime().toInstant())
        .isBefore(CLOCK.instant().plus(Duration.ofMinutes(10)));
    assertThat(client.as("asha").post(show.path()).expect(200).field("admissionToken"))
        .isEqualTo(joined.field("admissionToken"));
    assertThat(client.as("asha").get(show.path()).expect(200).field("status"))
        .isEqualTo("ADMITTED");
  }

  @Test
  void givesTwoHundredAtOnceTheNumbersOneToTwoHundred() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));

    List<Answer> answers = AtOnce.all(200, i -> joins(client.as("buyer-" + i), show));

    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(answers.stream().map(answer -> answer.body().path("number").asLong()))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    for (Answer answer : answers) {
      long number = answer.body().path("number").asLong();
      assertThat(answer.body().path("position").asLong()).isEqualTo(number);
      assertThat(answer.body().path("ahead").asLong()).isEqualTo(number - 1);
      assertThat(answer.field("status")).isEqualTo("WAITING");
      assertThat(answer.body().has("admissionToken")).isFalse();
    }
  }

  /** Whoever is told to come back, as a slow database makes the service do, comes back. */
  private static Answer joins(TestClient buyer, PublishedShow show) {
    return Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(30))
        .until(() -> buyer.post(show.path()), answer -> answer.status() != 503);
  }

  @Test
  void givesOnePlaceToSomebodyWhoJoinsManyTimesAtOnce() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));

    List<Answer> answers = AtOnce.all(20, _ -> client.as("eager").post(show.path()));

    assertThat(answers.stream().map(answer -> answer.field("queueId")))
        .containsOnly(answers.getFirst().field("queueId"));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(19);
    assertThat(client.as("next").post(show.path()).expect(201).field("number")).isEqualTo("2");
  }

  @Test
  void leavesNoGapWhenSomebodyJoinsAndLeavesManyTimesAtOnce() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));

    List<Answer> answers =
        AtOnce.all(
            60,
            i ->
                i % 3 == 0
                    ? client.as("fickle").delete(show.path())
                    : client.as("fickle").post(show.path()));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(300));
    List<Long> given =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.body().path("number").asLong())
            .toList();
    assertThat(given)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, given.size()).boxed().toList());
    assertThat(client.as("next").post(show.path()).expect(201).body().path("number").asLong())
        .isEqualTo(given.size() + 1);
  }

  @Test
  void admitsInOrderAndInBatches() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED", "batchSize", 2, "batchInterval", "PT10M"));
    for (String name : List.of("first", "second", "third")) {
      client.as(name).post(show.path()).expect(201);
    }

    show.run(Map.of("mode", "ON"));

    Awaitility.await()
        .until(() -> client.as("second").get(show.path()).field("status").equals("ADMITTED"));
    assertThat(client.as("first").get(show.path()).field("status")).isEqualTo("ADMITTED");
    Answer third = client.as("third").get(show.path()).expect(200);
    assertThat(third.field("status")).isEqualTo("WAITING");
    assertThat(third.field("position")).isEqualTo("1");
    assertThat(third.field("estimatedWaitMinutes")).isEqualTo("10");
    Awaitility.await().until(() -> nowServing(show).path("nowServing").asLong() == 2);
    assertThat(nowServing(show).path("waiting").asLong()).isEqualTo(1);
    assertThat(nowServing(show).path("joined").asLong()).isEqualTo(3);
  }

  @Test
  void admitsNoMoreThanMayBeActive() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED", "batchInterval", "PT1S", "activeMax", 1));
    client.as("first").post(show.path()).expect(201);
    client.as("second").post(show.path()).expect(201);

    show.run(Map.of("mode", "ON"));
    Awaitility.await()
        .until(() -> client.as("first").get(show.path()).field("status").equals("ADMITTED"));
    assertThat(client.as("second").get(show.path()).field("status")).isEqualTo("WAITING");

    client.as("first").delete(show.path()).expect(204);
    Awaitility.await()
        .until(() -> client.as("second").get(show.path()).field("status").equals("ADMITTED"));
  }

  @Test
  void movesEveryoneUpBehindWhoLeaves() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));
    for (String name : List.of("a", "b", "c")) {
      client.as(name).post(show.path()).expect(201);
    }

    client.as("b").delete(show.path()).expect(204);
    client.as("b").delete(show.path()).expect(204);

    assertThat(client.as("a").get(show.path()).field("position")).isEqualTo("1");
    Answer last = client.as("c").get(show.path()).expect(200);
    assertThat(last.field("position")).isEqualTo("2");
    assertThat(last.field("number")).isEqualTo("3");
    client.as("b").get(show.path()).expect(404, "NOT_IN_QUEUE");
    assertThat(client.as("b").post(show.path()).expect(201).field("number")).isEqualTo("4");
  }

  @Test
  void answersAnUnchangedPlaceWithNothing() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));
    client.as("a").post(show.path()).expect(201);
    client.as("b").post(show.path()).expect(201);
    String etag = client.as("b").get(show.path()).headers().getETag();
    assertThat(etag).isNotNull();

    client.as("b").with("If-None-Match", etag).get(show.path()).expect(304);
    client.as("a").delete(show.path()).expect(204);
    client.as("b").with("If-None-Match", etag).get(show.path()).expect(200);
  }

  @Test
  void letsEveryoneInWhenTheRoomIsTurnedOff() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));
    client.as("a").post(show.path()).expect(201);
    client.as("b").post(show.path()).expect(201);

    show.run(Map.of("mode", "OFF"));
    assertThat(client.as("b").get(show.path()).field("status")).isEqualTo("ADMITTED");
    assertThat(client.as("c").post(show.path()).expect(201).field("status")).isEqualTo("ADMITTED");

    show.run(Map.of("mode", "PAUSED"));
    Answer late = client.as("d").post(show.path()).expect(201);
    assertThat(late.field("status")).isEqualTo("WAITING");
    assertThat(late.field("number")).isEqualTo("4");
    assertThat(late.field("position")).isEqualTo("1");
  }

  @Test
  void opensTheLobbyAnHourBeforeSalesStart() {
    Instant now = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
    PublishedShow later = PublishedShow.withQueue("ON", now.plus(Duration.ofHours(3)), client);
    PublishedShow soon = PublishedShow.withQueue("ON", now.plus(Duration.ofMinutes(30)), client);

    Answer refused = client.as("asha").post(later.path()).expect(409, "QUEUE_NOT_OPEN");
    assertThat(refused.field("opensAt")).isEqualTo(now.plus(Duration.ofHours(2)).toString());

    Answer joined = client.as("asha").post(soon.path()).expect(201);
    assertThat(joined.field("status")).isEqualTo("LOBBY");
    assertThat(joined.body().path("estimatedWaitMinutes").asLong()).isBetween(29L, 31L);
    assertThat(nowServing(soon).path("status").asString()).isEqualTo("LOBBY");
  }

  @Test
  void saysWhatIsAtTheDoor() {
    PublishedShow show = PublishedShow.withQueue("OFF", client);
    assertThat(nowServing(show).path("status").asString()).isEqualTo("CLOSED");
    assertThat(nowServing(show).path("priceFrom").asLong()).isEqualTo(90_000);
    assertThat(nowServing(show).path("priceTo").asLong()).isEqualTo(250_000);
    assertThat(nowServing(show).path("seatsLeft").isNull()).isTrue();

    TopicWriter.send(
        "seat.show",
        show.id().toString(),
        "seat.show.counts",
        Map.of("showId", show.id(), "countedAt", CLOCK.instant().toString(), "available", 42));

    Awaitility.await().until(() -> nowServing(show).path("seatsLeft").asLong() == 42);
    Answer answer = client.get(show.path() + "/now-serving");
    assertThat(answer.headers().getCacheControl()).isEqualTo("max-age=1, public");
  }

  @Test
  void knowsNoOtherShows() {
    String nowhere = "/v1/queue/" + UUID.randomUUID();

    client.as("asha").post(nowhere).expect(404, "SHOW_NOT_FOUND");
    client.as("asha").get(nowhere).expect(404, "SHOW_NOT_FOUND");
    client.as("asha").delete(nowhere).expect(404, "SHOW_NOT_FOUND");
    client.get(nowhere + "/now-serving").expect(404, "SHOW_NOT_FOUND");
    client.as("asha").post("/v1/queue/no-uuid").expect(400, "VALIDATION_FAILED");
    client.post(nowhere).expect(401, "UNAUTHENTICATED");
    client.get(nowhere).expect(401, "UNAUTHENTICATED");
  }

  @Test
  void letsNobodyJoinACancelledShow() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    TopicWriter.send(
        "catalogue.show",
        show.id().toString(),
        "catalogue.show.cancelled",
        Map.of("showId", show.id()));

    Awaitility.await().until(() -> nowServing(show).path("status").asString().equals("CLOSED"));
    client.as("asha").post(show.path()).expect(409, "QUEUE_NOT_OPEN");
  }

  private JsonNode nowServing(PublishedShow show) {
    return client.get(show.path() + "/now-serving").expect(200).body();
  }

  private JWTClaimsSet verified(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    JWKSet keys = JWKSet.parse(client.get("/.well-known/admission-keys").expect(200).text());
    assertThat(keys.containsNonPublicKeys()).isFalse();
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(key).isNotNull();
    assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    return jwt.getJWTClaimsSet();
  }
}
