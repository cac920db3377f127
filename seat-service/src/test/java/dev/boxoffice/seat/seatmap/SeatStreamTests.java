package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.allocation.hold.SeatStatus;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SeatStreamTests extends StreamTest {
  private final FrameSequence sequence;
  private final ShowFeeds feeds;
  private final StreamRelay relay;

  SeatStreamTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      FrameSequence sequence,
      ShowFeeds feeds,
      StreamRelay relay) {
    super(client, shows, clock, jdbc, redis);
    this.sequence = sequence;
    this.feeds = feeds;
    this.relay = relay;
  }

  @Test
  void tellsAHoldAndItsRelease() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      JsonNode hello = reader.awaitType("HELLO");
      String holdId = hold("asha", show, 4, 5);
      JsonNode held = reader.awaitSeat(show.seat(4), "HELD");
      release("asha", holdId).expect(204);
      JsonNode released = reader.awaitSeat(show.seat(4), "AVAILABLE");

      assertThat(hello.path("showId").asString()).isEqualTo(show.id());
      assertThat(held.path("seq").asLong()).isEqualTo(hello.path("seq").asLong() + 1);
      assertThat(held.path("seats")).hasSize(2);
      assertThat(held.path("timestamp").asString()).isNotEmpty();
      assertThat(released.path("seq").asLong()).isEqualTo(held.path("seq").asLong() + 1);
    }
  }

  @Test
  void sendsTheSameFramesToAll() {
    OpenShow show = shows.open(1);
    try (StreamReader one = StreamReader.of(client, show.id(), "");
        StreamReader other = StreamReader.of(client, show.id(), "")) {
      one.awaitType("HELLO");
      other.awaitType("HELLO");
      hold("asha", show, 1);
      one.awaitSeat(show.seat(1), "HELD");
      other.awaitSeat(show.seat(1), "HELD");

      assertThat(updates(one)).isEqualTo(updates(other)).hasSize(1);
    }
  }

  @Test
  void subscribesOnceAndTellsHowManyWatch() {
    OpenShow show = shows.open(1);
    try (StreamReader one = StreamReader.of(client, show.id(), "");
        StreamReader other = StreamReader.of(client, show.id(), "?format=compact")) {
      one.awaitType("HELLO");
      other.awaitType("HELLO");

      await().untilAsserted(() -> assertThat(subscriptions(show)).isEqualTo(1));
      await()
          .untilAsserted(
              () ->
                  assertThat(redis.opsForHash().values(keys(show).getLast()))
                      .singleElement()
                      .asString()
                      .startsWith("2 "));
    }
    await().untilAsserted(() -> assertThat(subscriptions(show)).isZero());
  }

  @Test
  void replaysWhatWasMissed() {
    OpenShow show = shows.open(1);
    long seq = map(show).path("seq").asLong();
    List<String> live;
    try (StreamReader reader = StreamReader.of(client, show.id(), "?since=" + seq)) {
      hold("asha", show, 1);
      reader.awaitSeat(show.seat(1), "HELD");
      hold("ben", show, 2);
      reader.awaitSeat(show.seat(2), "HELD");
      live = updates(reader);
    }
    try (StreamReader late = StreamReader.of(client, show.id(), "?since=" + seq)) {
      late.awaitSeat(show.seat(2), "HELD");

      assertThat(updates(late)).isEqualTo(live);
      assertThat(late.frames().getFirst().path("seq").asLong()).isEqualTo(seq);
      assertThat(late.frames("RESYNC")).isEmpty();
    }
  }

  @Test
  void saysThatWhatWasMissedIsGone() {
    OpenShow show = shows.open(2);
    long seq = map(show).path("seq").asLong();
    for (int i = 0; i < 10; i++) {
      blockSilently(show, i);
      var _ = sequence.publish(show.showId(), List.of(new SeatChange(i, SeatStatus.BLOCKED, 1)));
    }
    try (StreamReader reader = StreamReader.of(client, show.id(), "?since=" + seq);
        StreamReader dreamer = StreamReader.of(client, show.id(), "?since=999999")) {
      JsonNode resync = reader.awaitType("RESYNC");

      assertThat(resync.path("seq").asLong()).isEqualTo(seq + 10);
      assertThat(reader.frames().getFirst().path("seq").asLong()).isEqualTo(seq + 10);
      assertThat(dreamer.awaitType("RESYNC").path("seq").asLong()).isEqualTo(seq + 10);
    }
  }

  @Test
  void givesPairsInTheCompactForm() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "?format=compact")) {
      reader.awaitType("HELLO");
      hold("asha", show, 3);

      assertThat(reader.awaitType("SEAT_UPDATE").path("seats").toString()).isEqualTo("[[3,1]]");
    }
  }

  @Test
  void tellsItsNumberFromTimeToTime() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      JsonNode hello = reader.awaitType("HELLO");

      assertThat(reader.awaitType("BEACON").path("seq")).isEqualTo(hello.path("seq"));
    }
  }

  @Test
  void findsChangesWhoseNewsWasLost() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      long seq = reader.awaitType("HELLO").path("seq").asLong();
      blockSilently(show, 7);

      assertThat(reader.awaitSeat(show.seat(7), "BLOCKED").path("seq").asLong()).isEqualTo(seq + 1);
    }
  }

  @Test
  void findsFramesThatWereNotDelivered() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      reader.awaitType("HELLO");
      // Numbered and logged like any frame, but its message goes where nobody listens.
      List<String> keys = keys(show);
      blockSilently(show, 1);
      String frame =
          redis.execute(
              RedisScript.of(new ClassPathResource("seatmap/publish.lua"), String.class),
              keys,
              "nowhere",
              "lost",
              "8",
              "60",
              "1000",
              "0",
              "0",
              "40000",
              "1795428000250",
              "1",
              Integer.toString(SeatStates.pack(SeatStatus.BLOCKED, 1)));
      assertThat(frame).contains(" lost ");

      assertThat(reader.awaitSeat(show.seat(1), "BLOCKED").path("timestamp").asString())
          .isEqualTo("2026-11-23T10:00:00.250Z");
    }
  }

  @Test
  void resyncsWhenRedisLostEverythingAndNumbersNeverGoBack() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      reader.awaitType("HELLO");
      hold("asha", show, 1, 2);
      long before = reader.awaitSeat(show.seat(1), "HELD").path("seq").asLong();
      assertThat(flushRedis()).isTrue();

      long resync = reader.awaitType("RESYNC").path("seq").asLong();
      blockSilently(show, 9);
      long after = reader.awaitSeat(show.seat(9), "BLOCKED").path("seq").asLong();

      assertThat(resync).isGreaterThanOrEqualTo(before);
      assertThat(after).isEqualTo(resync + 1);
      assertThat(map(show).path("seq").asLong()).isGreaterThanOrEqualTo(resync);
    }
  }

  @Test
  void resyncsWhenRedisComesBackWithAnOlderCopy() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      reader.awaitType("HELLO");
      List<byte[]> copies = keys(show).stream().map(redis::dump).toList();
      hold("asha", show, 1);
      long before = reader.awaitSeat(show.seat(1), "HELD").path("seq").asLong();
      restore(show, copies);

      assertThat(reader.awaitType("RESYNC").path("seq").asLong()).isGreaterThanOrEqualTo(before);
      blockSilently(show, 9);
      assertThat(reader.awaitSeat(show.seat(9), "BLOCKED").path("seq").asLong())
          .isGreaterThan(before);
      assertThat(statuses(map(show))).containsEntry(show.seat(1), "HELD");
    }
  }

  @Test
  void refusesWhoeverAsksForAStreamWithoutASocket() {
    String path = "/v1/shows/" + shows.open(1).id() + "/stream";

    assertThat(client.get(path).expect(400, "VALIDATION_FAILED").field("/errors/0/field"))
        .isEqualTo("Upgrade");
  }

  @Test
  void refusesStreamsOfUnknownShows() {
    assertThat(refusal(UUID.randomUUID().toString(), "")).isEqualTo(404);
    assertThat(refusal("nonsense", "")).isEqualTo(400);
    assertThat(refusal(shows.open(1).id(), "?since=later")).isEqualTo(400);
    client.get("/v1/shows/" + UUID.randomUUID() + "/events").expect(404, "SHOW_NOT_FOUND");
  }

  @Test
  void doesNotListenToItsReaders() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      reader.awaitType("HELLO");
      reader.say("anything");
      hold("asha", show, 1);
      reader.awaitSeat(show.seat(1), "HELD");
      reader.say("x".repeat(2000));

      assertThat(reader.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void saysGoodbyeBeforeItRestarts() {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      reader.awaitType("HELLO");
      relay.stop();

      assertThat(reader.awaitClose()).isEqualTo(1012);
      assertThat(refusal(show.id(), "")).isEqualTo(503);
    } finally {
      relay.start();
    }
  }

  @Test
  void forgetsReadersThatAreGone() {
    OpenShow show = shows.open(1);
    ShowFeed feed = feeds.find(show.showId());
    assertThat(feed).isNotNull();
    StreamReader reader = StreamReader.of(client, show.id(), "");
    reader.awaitType("HELLO");
    assertThat(feed.stream().isWatched()).isTrue();
    reader.close();

    await().until(() -> !feed.stream().isWatched());
  }

  @Test
  void tellsTheSameAsServerSentEvents() throws IOException {
    OpenShow show = shows.open(1);
    long seq = map(show).path("seq").asLong();
    HttpResponse<InputStream> response = events(show, Map.of());
    try (BufferedReader lines = lines(response)) {
      assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
      hold("asha", show, 1);
      List<String> got = until(lines, "SEAT_UPDATE");

      assertThat(got.getFirst()).isEqualTo("id:" + seq);
      assertThat(got).element(1, InstanceOfAssertFactories.STRING).contains("HELLO");
      assertThat(got).contains("id:" + (seq + 1));
    }
    try (BufferedReader lines = lines(events(show, Map.of("Last-Event-ID", "" + seq)))) {
      assertThat(until(lines, "SEAT_UPDATE")).contains("id:" + (seq + 1));
    }
  }

  private long subscriptions(OpenShow show) {
    return redis.execute(
        RedisScript.of("return redis.call('PUBSUB', 'NUMSUB', ARGV[1])[2]", Long.class),
        List.of(),
        FrameSequence.channel(show.showId()));
  }

  private HttpResponse<InputStream> events(OpenShow show, Map<String, String> headers) {
    TestClient asking = client;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      asking = asking.with(header.getKey(), header.getValue());
    }
    return asking.listen("/v1/shows/" + show.id() + "/events");
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static List<String> until(BufferedReader lines, String type) throws IOException {
    List<String> got = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      got.add(line);
      if (line.contains(type)) {
        return got;
      }
    }
    throw new AssertionError("the stream ended with " + got);
  }

  private int refusal(String showId, String query) {
    try (StreamReader reader = StreamReader.of(client, showId, query)) {
      throw new AssertionError("opened: " + reader.texts());
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        HttpResponse<?> response = refused.getResponse();
        assertThat(response.headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
        return response.statusCode();
      }
      throw e;
    }
  }

  private static List<String> updates(StreamReader reader) {
    return reader.texts().stream().filter(text -> text.contains("SEAT_UPDATE")).toList();
  }

  private static List<String> keys(OpenShow show) {
    return FrameSequence.keys(show.showId());
  }

  private void restore(OpenShow show, List<byte[]> copies) {
    List<String> keys = keys(show);
    var _ = redis.delete(keys);
    redis.execute(
        (RedisConnection connection) -> {
          for (int i = 0; i < keys.size(); i++) {
            if (copies.get(i) != null) {
              connection
                  .keyCommands()
                  .restore(keys.get(i).getBytes(StandardCharsets.UTF_8), 0, copies.get(i), true);
            }
          }
          return true;
        });
  }
}
