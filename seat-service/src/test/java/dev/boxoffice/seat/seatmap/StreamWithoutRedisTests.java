package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Redis is gone: maps are as fresh as ever, streams are refused with a reason. */
@TestPropertySource(properties = "spring.data.redis.url=redis://127.0.0.1:9")
class StreamWithoutRedisTests extends SeatMapTest {
  StreamWithoutRedisTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void theMapGoesOnUnderRisingNumbers() {
    OpenShow show = shows.open(1);
    long before = map(show).path("seq").asLong();
    hold("asha", show, 1, 2);

    await()
        .untilAsserted(
            () -> {
              JsonNode map = map(show);
              assertThat(statuses(map)).containsEntry(show.seat(2), "HELD");
              assertThat(map.path("seq").asLong()).isEqualTo(before + 2);
            });
  }

  @Test
  void streamsAreRefusedForNow() {
    OpenShow show = shows.open(1);

    var answer = client.get("/v1/shows/" + show.id() + "/events").expect(503, "UNAVAILABLE");

    assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
  }
}
