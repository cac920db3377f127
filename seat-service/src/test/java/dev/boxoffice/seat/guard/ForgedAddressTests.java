package dev.boxoffice.seat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The gateway is elsewhere; this caller only says that it passes calls on. */
@TestPropertySource(
    properties = {
      "server.tomcat.remoteip.internal-proxies=10\\.9\\.9\\.9",
      "boxoffice.guard.address.at-once=3",
      "boxoffice.guard.address.per-second=1"
    })
class ForgedAddressTests implements SeatTest {
  private static final int ASKED = 12;

  private final TestClient client;
  private final TestShows shows;

  ForgedAddressTests(TestClient client, Shows shows, Clock clock) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
  }

  @Test
  void aCallersWordForItsAddressCountsForNothing() {
    OpenShow show = shows.open(1);

    Stream<Integer> statuses =
        IntStream.range(0, ASKED)
            .mapToObj(n -> ClientAddressTests.ask(client, show, "203.0.113." + n).status());

    assertThat(statuses).contains(429);
  }
}
