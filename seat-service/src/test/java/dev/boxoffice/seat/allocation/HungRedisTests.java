package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Redis takes connections and never says a word. */
class HungRedisTests extends HoldTest {
  private static final int WAITING_CONNECTIONS = 1_000;
  private static final ServerSocket SILENT = silent();

  HungRedisTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @DynamicPropertySource
  static void redis(DynamicPropertyRegistry properties) {
    properties.add("spring.data.redis.url", () -> "redis://127.0.0.1:" + SILENT.getLocalPort());
  }

  @Test
  void ofTwoHundredBuyersOneGetsTheSeat() {
    OpenShow show = shows.open(1);

    List<Answer> answers = Crowd.of(200, n -> hold("buyer-" + n, show, 0));

    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.code().equals("SEATS_UNAVAILABLE"))).hasSize(199);
    assertThat(violations(show)).isEmpty();
  }

  private static ServerSocket silent() {
    try {
      return new ServerSocket(0, WAITING_CONNECTIONS, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
