package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class SweepExpiredHoldsTests extends HoldTest {
  private final SweepExpiredHolds sweeper;

  SweepExpiredHoldsTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      SweepExpiredHolds sweeper) {
    super(client, shows, clock, jdbc, redis);
    this.sweeper = sweeper;
  }

  @Test
  void aHoldThatCannotBeEndedKeepsNoOtherFromEnding() {
    OpenShow show = shows.open(1);
    OpenShow other = shows.open(1);
    String broken = hold("asha", show, 0).expect(201).field("holdId");
    String ofSameShow = hold("ben", show, 1).expect(201).field("holdId");
    String ofOtherShow = hold("chitra", other, 0).expect(201).field("holdId");
    countSeatsOf(broken, 7);
    letExpire(broken);
    letExpire(ofSameShow);
    letExpire(ofOtherShow);

    Awaitility.await().until(() -> sweeper.sweep() >= 0 && ended(ofSameShow) && ended(ofOtherShow));

    assertThat(ended(broken)).isFalse();
    assertThat(sweeper.untilNextExpiry(Duration.ofDays(1))).isPositive();
    countSeatsOf(broken, 1);
    Awaitility.await().until(() -> sweeper.sweep() >= 0 && ended(broken));
    assertThat(violations(show)).isEmpty();
    assertThat(violations(other)).isEmpty();
  }

  /** Makes a hold's row disagree with its seats, as no statement of the service would. */
  private void countSeatsOf(String holdId, int seats) {
    int rows =
        jdbc.sql("update hold set seat_count = :seats where hold_id = :hold")
            .param("seats", seats)
            .param("hold", UUID.fromString(holdId))
            .update();
    assertThat(rows).isEqualTo(1);
  }

  private boolean ended(String holdId) {
    return jdbc.sql("select status = 'EXPIRED' from hold where hold_id = :hold")
        .param("hold", UUID.fromString(holdId))
        .query(Boolean.class)
        .single();
  }
}
