package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.SecondInstance;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class TwoInstancesTests extends SeatMapTest {
  private final ConfigurableEnvironment environment;

  TwoInstancesTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      ConfigurableEnvironment environment) {
    super(client, shows, clock, jdbc, redis);
    this.environment = environment;
  }

  @Test
  void bothTellTheSameFramesAndGiveTheSameMap() {
    OpenShow show = shows.open(2);
    try (SecondInstance second = new SecondInstance(environment);
        StreamReader here = StreamReader.of(client, show.id(), "");
        StreamReader there = StreamReader.of(second.client(), show.id(), "")) {
      here.awaitType("HELLO");
      there.awaitType("HELLO");
      for (int seat = 0; seat < 10; seat++) {
        hold("buyer-" + seat, show, seat);
      }
      blockSilently(show, 15);
      here.awaitSeat(show.seat(15), "BLOCKED");
      here.awaitSeat(show.seat(9), "HELD");

      await().untilAsserted(() -> assertThat(updates(there)).isEqualTo(updates(here)));
      await()
          .untilAsserted(
              () -> {
                var mine = client.get(mapPath(show)).expect(200);
                var theirs = second.client().get(mapPath(show)).expect(200);
                assertThat(theirs.headers().getETag()).isEqualTo(mine.headers().getETag());
                assertThat(theirs.text()).isEqualTo(mine.text()).contains("BLOCKED");
              });
    }
  }

  @Test
  void aReaderSentAwayByOneGoesOnAtTheOther() {
    OpenShow show = shows.open(1);
    try (SecondInstance second = new SecondInstance(environment)) {
      long seq;
      try (StreamReader there = StreamReader.of(second.client(), show.id(), "")) {
        there.awaitType("HELLO");
        hold("asha", show, 1);
        seq = there.awaitSeat(show.seat(1), "HELD").path("seq").asLong();
        hold("ben", show, 2);
        second.stop();
        assertThat(there.awaitClose()).isEqualTo(1012);
      }
      try (StreamReader here = StreamReader.of(client, show.id(), "?since=" + seq)) {
        assertThat(here.awaitSeat(show.seat(2), "HELD").path("seq").asLong()).isEqualTo(seq + 1);
        assertThat(here.frames("RESYNC")).isEmpty();
      }
    }
  }

  private static List<String> updates(StreamReader reader) {
    return reader.texts().stream().filter(text -> text.contains("SEAT_UPDATE")).toList();
  }
}
