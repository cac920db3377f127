package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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
class HoldOverloadTests extends HoldTest {
  private static final int BUYERS = 12;

  private final TransactionTemplate transactions;

  HoldOverloadTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      TransactionTemplate transactions) {
    super(client, shows, clock, jdbc, redis);
    this.transactions = transactions;
  }

  @Test
  void moreThanCanWaitAreSentAwayWhileTheOthersWait() {
    OpenShow show = shows.open(2);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> answers =
          Objects.requireNonNull(
              transactions.execute(
                  _ -> {
                    // A hung database, as far as holds are concerned.
                    int locked = jdbc.sql("lock table buyer_seats in exclusive mode").update();
                    assertThat(locked).isZero();
                    List<CompletableFuture<Answer>> asked =
                        IntStream.range(0, BUYERS)
                            .mapToObj(
                                n ->
                                    CompletableFuture.supplyAsync(
                                        () -> hold("buyer-" + n, show, n), people))
                            .toList();
                    // One is being written and two wait.
                    Awaitility.await().until(() -> answered(asked) == BUYERS - 3);
                    return asked;
                  }));

      List<Answer> all = answers.stream().map(CompletableFuture::join).toList();
      assertThat(all.stream().filter(answer -> answer.status() == 201)).hasSize(3);
      assertThat(all.stream().filter(answer -> answer.status() == 503))
          .hasSize(BUYERS - 3)
          .allMatch(answer -> answer.headers().containsHeader("Retry-After"));
      // Nobody's seats are blocked by having been sent away.
      for (int n = 0; n < BUYERS; n++) {
        int expected = all.get(n).status() == 503 ? 201 : 409;
        hold("late-" + n, show, n).expect(expected);
      }
    }
    assertThat(violations(show)).isEmpty();
  }

  private static long answered(List<CompletableFuture<Answer>> asked) {
    return asked.stream().filter(CompletableFuture::isDone).count();
  }
}
