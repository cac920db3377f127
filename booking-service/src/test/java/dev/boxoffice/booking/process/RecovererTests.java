package dev.boxoffice.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.testing.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks by itself only once it is too late for these tests. */
@IntegrationTest(properties = {"boxoffice.recovery.every=PT1H", "boxoffice.recovery.runs-max=3"})
class RecovererTests {
  private static final int TEN_TIMES_THE_ROOM = 30;

  private final Recoverer recoverer;
  private final WorkLedger ledger;
  private final JdbcClient jdbc;

  RecovererTests(Recoverer recoverer, WorkLedger ledger, JdbcClient jdbc) {
    this.recoverer = recoverer;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  @Test
  void oneLookTakesUpMoreThanThereIsRoomFor() {
    List<UUID> keys = Stream.generate(UUID::randomUUID).limit(TEN_TIMES_THE_ROOM).toList();
    // Purchases that were never begun: whoever takes one up strikes it out.
    keys.forEach(key -> ledger.beginLater(WorkKind.PURCHASE, key, Duration.ZERO));
    assertThat(left(keys)).isEqualTo(TEN_TIMES_THE_ROOM);

    recoverer.recover();

    await().untilAsserted(() -> assertThat(left(keys)).isZero());
  }

  private long left(List<UUID> keys) {
    return jdbc.sql("select count(*) from work where key in (:keys)")
        .param("keys", keys)
        .query(Long.class)
        .single();
  }
}
