package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TestStack;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The way to Redis is cut under running streams, and mended. */
@TestPropertySource(properties = "boxoffice.seat-map.outage-grace=PT2S")
class RedisOutageTests extends SeatMapTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final CuttableWire WIRE = new CuttableWire(TestStack.get().redisUrl());

  RedisOutageTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @DynamicPropertySource
  static void throughTheWire(DynamicPropertyRegistry properties) {
    URI redis = TestStack.get().redisUrl();
    properties.add(
        "spring.data.redis.url",
        () -> "redis://" + redis.getUserInfo() + "@127.0.0.1:" + WIRE.port());
  }

  @AfterEach
  void mend() {
    WIRE.mend();
  }

  @Test
  void mapsGoOnStreamsEndAndBothComeBack() throws IOException {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      reader.awaitType("HELLO");
      hold("asha", show, 1, 2);
      long seq = reader.awaitSeat(show.seat(1), "HELD").path("seq").asLong();

      WIRE.cut();
      hold("ben", show, 3);

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(statuses(map(show))).containsEntry(show.seat(3), "HELD"));
      assertThat(map(show).path("seq").asLong()).isGreaterThanOrEqualTo(seq);
      assertThat(reader.awaitClose()).isEqualTo(1013);
      assertThat(reader.frames().getLast().path("type").asString()).isEqualTo("RESYNC");
    }
    long seqWithout = map(show).path("seq").asLong();
    client.get("/v1/shows/" + show.id() + "/events").expect(503, "UNAVAILABLE");

    WIRE.mend();
    try (StreamReader reader = await().atMost(PATIENCE).until(() -> joined(show), r -> r != null)) {
      assertThat(reader.awaitType("HELLO").path("seq").asLong()).isGreaterThanOrEqualTo(seqWithout);
      hold("chitra", show, 5);
      reader.awaitSeat(show.seat(5), "HELD");
      assertThat(statuses(map(show))).containsEntry(show.seat(3), "HELD");
    }
  }

  @Test
  void aShortCutIsNotNoticedByReaders() throws IOException {
    OpenShow show = shows.open(1);
    try (StreamReader reader = StreamReader.of(client, show.id(), "")) {
      long seq = reader.awaitType("HELLO").path("seq").asLong();
      WIRE.cut();
      blockSilently(show, 1);
      WIRE.mend();

      assertThat(reader.awaitSeat(show.seat(1), "BLOCKED").path("seq").asLong()).isEqualTo(seq + 1);
      assertThat(reader.frames("RESYNC")).isEmpty();
    }
  }

  private @Nullable StreamReader joined(OpenShow show) {
    try {
      return StreamReader.of(client, show.id(), "");
    } catch (CompletionException refused) {
      return null;
    }
  }
}
