package dev.boxoffice.queue.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.contract.StreamContract;
import dev.boxoffice.queue.AnotherInstance;
import dev.boxoffice.queue.PublishedShow;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest(
    properties = {
      "boxoffice.queue-stream.look-every=PT0.1S",
      "boxoffice.queue-stream.ping-every=PT0.2S"
    })
class QueueStreamTests {
  private static final StreamContract EVENTS = StreamContract.ofChannel("queueEvents");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClient client;
  private final Watchers watchers;
  private final ConfigurableEnvironment environment;
  private PublishedShow show;

  QueueStreamTests(TestClient client, Watchers watchers, ConfigurableEnvironment environment) {
    this.client = client;
    this.watchers = watchers;
    this.environment = environment;
    this.show = PublishedShow.withQueue("ON", client);
  }

  @BeforeEach
  void threeWaitInAPausedRoom() {
    show.run(Map.of("mode", "PAUSED", "batchSize", 1, "batchInterval", "PT1S"));
    for (String name : List.of("a", "b", "c")) {
      client.as(name).post(show.path()).expect(201);
    }
  }

  @Test
  void tellsEveryPlaceUntilTheTurnComesOnce() {
    try (PlaceReader reader = socket("c")) {
      JsonNode first = reader.awaitPosition(3);
      assertThat(first.path("status").asString()).isEqualTo("WAITING");
      assertThat(first.path("ahead").asLong()).isEqualTo(2);
      assertThat(first.path("number").asLong()).isEqualTo(3);
      assertThat(first.path("showId").asString()).isEqualTo(show.id().toString());

      client.as("b").delete(show.path()).expect(204);
      reader.awaitPosition(2);
      show.run(Map.of("mode", "ON"));
      reader.awaitPosition(1);

      JsonNode admitted = reader.awaitAdmission();
      assertThat(admitted.path("expiresInSeconds").asLong()).isBetween(590L, 600L);
      assertThat(admitted.path("admissionToken").asString())
          .isEqualTo(client.as("c").get(show.path()).expect(200).field("admissionToken"));
      assertThat(reader.awaitClose()).isEqualTo(1000);
      assertThat(reader.frames().stream().map(frame -> frame.path("type").asString()))
          .containsExactly("QUEUE_POSITION", "QUEUE_POSITION", "QUEUE_POSITION", "QUEUE_ADMITTED");
    }
    await().until(() -> watchers.count() == 0);
  }

  @Test
  void tellsWhoeverIsAdmittedAlready() {
    PublishedShow open = PublishedShow.withQueue("OFF", client);
    String token = client.as("a").post(open.path()).expect(201).field("admissionToken");

    try (PlaceReader reader = PlaceReader.saying(token("a"), client, open.path())) {
      assertThat(reader.awaitAdmission().path("admissionToken").asString()).isEqualTo(token);
      assertThat(reader.awaitClose()).isEqualTo(1000);
    }
  }

  @Test
  void isForWhoeverShowsATokenAndWaits() {
    assertThat(closeOf("hello")).isEqualTo(4401);
    assertThat(closeOf("{\"token\":7}")).isEqualTo(4401);
    assertThat(closeOf("{\"token\":\"" + TestTokens.service("queue-service") + "\"}"))
        .isEqualTo(4401);
    assertThat(closeOf(token("stranger"))).isEqualTo(4404);

    try (PlaceReader reader = socket("b")) {
      reader.awaitPosition(2);
      client.as("b").delete(show.path()).expect(204);
      assertThat(reader.awaitClose()).isEqualTo(4404);
    }
  }

  @Test
  void opensNoSocketWhereThereIsNoShow() {
    assertThat(refusal("/v1/queue/" + UUID.randomUUID())).isEqualTo(404);
    assertThat(refusal("/v1/queue/no-uuid")).isEqualTo(400);
  }

  @Test
  void tellsTheSameAsServerSentEvents() throws IOException {
    HttpResponse<InputStream> response = client.as("c").listen(show.path() + "/events");
    try (BufferedReader lines = lines(response)) {
      assertThat(next(lines).path("position").asLong()).isEqualTo(3);
      client.as("a").delete(show.path()).expect(204);
      assertThat(next(lines).path("position").asLong()).isEqualTo(2);
      show.run(Map.of("mode", "OFF"));
      assertThat(next(lines).path("type").asString()).isEqualTo("QUEUE_ADMITTED");
      assertThat(lines.lines().filter(line -> line.startsWith("data:"))).isEmpty();
    }

    client.get(show.path() + "/events").expect(401, "UNAUTHENTICATED");
    client.as("stranger").get(show.path() + "/events").expect(404, "NOT_IN_QUEUE");
    client.as("c").get("/v1/queue/" + UUID.randomUUID() + "/events").expect(404, "SHOW_NOT_FOUND");
  }

  @Test
  void saysGoodbyeWhenTheInstanceStops() {
    AnotherInstance other = new AnotherInstance(environment);
    try (other;
        PlaceReader reader = PlaceReader.saying(token("a"), other.client(), show.path())) {
      reader.awaitPosition(1);
      other.close();
      assertThat(reader.awaitClose()).isEqualTo(1012);
    }
  }

  @Test
  void forgetsWhoeverGoesAway() {
    try (PlaceReader reader = socket("a")) {
      reader.awaitPosition(1);
      assertThat(watchers.count()).isPositive();
    }
    await().until(() -> watchers.count() == 0);
  }

  private PlaceReader socket(String user) {
    return PlaceReader.saying(token(user), client, show.path());
  }

  private int closeOf(String first) {
    try (PlaceReader reader = PlaceReader.saying(first, client, show.path())) {
      int code = reader.awaitClose();
      assertThat(reader.frames()).isEmpty();
      return code;
    }
  }

  private int refusal(String path) {
    try (PlaceReader reader = PlaceReader.silent(client, path)) {
      throw new AssertionError("opened: " + reader.frames());
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        assertThat(refused.getResponse().headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private static String token(String user) {
    return "{\"token\":\"" + TestTokens.buyer(user) + "\"}";
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static JsonNode next(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data:")) {
        JsonNode frame = JSON.readTree(line.substring("data:".length()));
        EVENTS.check(frame);
        return frame;
      }
    }
    throw new AssertionError("the stream ended");
  }
}
