package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Tests of streams: every change is a frame, little is kept, and nobody may be silent for long. */
@TestPropertySource(
    properties = {
      "boxoffice.seat-map.beacon-every=PT0.2S",
      "boxoffice.seat-map.frames-kept=8",
      "boxoffice.seat-map.frame-every=PT0S",
      "boxoffice.seat-map.idle-for=PT2S"
    })
abstract class StreamTest extends SeatMapTest {
  StreamTest(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }
}
