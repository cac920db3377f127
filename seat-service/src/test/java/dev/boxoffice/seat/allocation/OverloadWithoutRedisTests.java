package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Redis is gone and everybody comes at once: the database is asked by as many as it can bear. */
@TestPropertySource(
    properties = {
      "spring.data.redis.url=redis://127.0.0.1:9",
      "boxoffice.seat.holds-in-flight-without-redis-max=3",
      "boxoffice.seat.database-wait=PT20S"
    })
@DirtiesContext
class OverloadWithoutRedisTests extends OverloadTest {
  OverloadWithoutRedisTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      TransactionTemplate transactions) {
    super(client, shows, clock, jdbc, redis, transactions);
  }

  @Test
  void moreThanTheDatabaseCanBearAreToldToTryAgain() {
    letWaitButSendTheOthersAway(3);
  }
}
