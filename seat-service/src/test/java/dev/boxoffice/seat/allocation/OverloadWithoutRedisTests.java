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
class OverloadWithoutRedisTests extends HoldTest {
  private static final int BUYERS = 12;
  private static final int SERVED = 3;

  private final TransactionTemplate transactions;

  OverloadWithoutRedisTests(
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
  void moreThanTheDatabaseCanBearAreToldToTryAgain() {
    OpenShow show = shows.open(2);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> answers =
          Objects.requireNonNull(
              transactions.execute(
                  _ -> {
                    // Whoever is let in stays in until this transaction ends.
                    int locked = jdbc.sql("lock table buyer_seats in exclusive mode").update();
                    assertThat(locked).isZero();
                    List<CompletableFuture<Answer>> asked =
                        IntStream.range(0, BUYERS)
                            .mapToObj(
                                n ->
                                    CompletableFuture.supplyAsync(
                                        () -> hold("buyer-" + n, show, n), people))
                            .toList();
                    Awaitility.await()
                        .until(
                            () ->
                                asked.stream().filter(CompletableFuture::isDone).count()
                                    == BUYERS - SERVED);
                    return asked;
                  }));

      List<Answer> all = answers.stream().map(CompletableFuture::join).toList();
      assertThat(all.stream().filter(answer -> answer.status() == 201)).hasSize(SERVED);
      assertThat(all.stream().filter(answer -> answer.status() == 503))
          .hasSize(BUYERS - SERVED)
          .allMatch(answer -> answer.code().equals("UNAVAILABLE"))
          .allMatch(answer -> answer.headers().containsHeader("Retry-After"));
      for (int n = 0; n < BUYERS; n++) {
        hold("late-" + n, show, n).expect(all.get(n).status() == 503 ? 201 : 409);
      }
    }
    assertThat(violations(show)).isEmpty();
  }
}
