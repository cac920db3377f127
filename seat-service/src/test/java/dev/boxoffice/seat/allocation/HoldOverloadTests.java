package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The database cannot keep up: those who can be served are, the others are told at once. */
@TestPropertySource(
    properties = {
      "boxoffice.seat.batch.at-once-max=1",
      "boxoffice.seat.batch.size-max=1",
      "boxoffice.seat.batch.waiting-max=2",
      "boxoffice.seat.database-wait=PT20S"
    })
class HoldOverloadTests extends OverloadTest {
  HoldOverloadTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      TransactionTemplate transactions) {
    super(client, shows, clock, jdbc, redis, transactions);
  }

  @Test
  void moreThanCanWaitAreSentAwayWhileTheOthersWait() {
    // One is being written and two wait.
    letWaitButSendTheOthersAway(3);
  }
}
