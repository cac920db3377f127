package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import java.time.Clock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"boxoffice.seat.hold-for=PT1S", "boxoffice.seat.pay-for=PT1S"})
class ExpiryTests extends HoldTest {
  ExpiryTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void anUnpaidHoldFreesItsSeatsByItselfAndSaysSo() {
    OpenShow show = shows.open(1);
    try (TopicReader topic = TopicReader.of("seat.show")) {
      String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");

      TopicEvent ended =
          topic.await(
              "seat.show.hold-ended", e -> e.data().at("/holdId").asString().equals(holdId));

      assertThat(ended.key()).isEqualTo(show.id());
      assertThat(ended.data().at("/reason").asString()).isEqualTo("EXPIRED");
      assertThat(ended.data().at("/userId").asString()).isEqualTo("asha");
      assertThat(find("asha", holdId).field("status")).isEqualTo("EXPIRED");
      assertThat(violations(show)).isEmpty();
      var _ =
          topic.await(
              "seat.show.counts",
              e ->
                  e.key().equals(show.id())
                      && e.data().at("/available").asInt() == 10
                      && e.data().at("/held").asInt() == 0);
    }
  }

  @Test
  void aHoldWhosePaymentNeverEndsFreesItsSeatsAtTheDeadline() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    pay("asha", holdId, newBooking()).expect(200);

    Awaitility.await().until(() -> hold("ben", show, 1).status() == 201);

    assertThat(find("asha", holdId).field("status")).isEqualTo("EXPIRED");
    assertThat(violations(show)).isEmpty();
  }
}
