package dev.boxoffice.seat.guard;

import static dev.boxoffice.seat.guard.TestGuard.newUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An address may ask three times; the gateway, at a private address, says which address it is. */
@TestPropertySource(
    properties = {"boxoffice.guard.address.at-once=3", "boxoffice.guard.address.per-second=1"})
class ClientAddressTests implements SeatTest {
  private static final int ASKED = 12;

  private final TestClient client;
  private final TestShows shows;

  ClientAddressTests(TestClient client, Shows shows, Clock clock) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
  }

  @Test
  void isTheOneThatTheGatewayNames() {
    OpenShow show = shows.open(1);

    assertThat(statuses(show, "203.0.113.")).doesNotContain(429);
    assertThat(statuses(show, "10.11.12.")).doesNotContain(429);
  }

  @Test
  void isLimitedWhoeverAsksFromIt() {
    OpenShow show = shows.open(1);

    Stream<Integer> statuses =
        IntStream.range(0, ASKED).mapToObj(_ -> ask(client, show, "198.51.100.7").status());

    assertThat(statuses).contains(429);
  }

  private Stream<Integer> statuses(OpenShow show, String network) {
    return IntStream.range(0, ASKED).mapToObj(n -> ask(client, show, network + n).status());
  }

  static Answer ask(TestClient client, OpenShow show, String address) {
    return client
        .as(newUser())
        .with("X-Forwarded-For", address)
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(0)));
  }
}
