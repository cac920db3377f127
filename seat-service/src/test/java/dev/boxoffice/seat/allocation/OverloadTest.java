package dev.boxoffice.seat.allocation;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of overload have in common: everybody comes while the database serves nobody. */
abstract class OverloadTest extends HoldTest {
  private static final int BUYERS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TransactionTemplate transactions;

  OverloadTest(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      TransactionTemplate transactions) {
    super(client, shows, clock, jdbc, redis);
    this.transactions = transactions;
  }

  /** So many wait until the database serves again; the others are sent away at once. */
  void letWaitButSendTheOthersAway(int waiting) {
    OpenShow show = shows.open(2);
    List<Answer> all = answersWhenAllButSomeAreSentAway(show, BUYERS - waiting);

    assertThat(all.stream().filter(answer -> answer.status() == 201)).hasSize(waiting);
    assertThat(all.stream().filter(answer -> answer.status() == 503))
        .hasSize(BUYERS - waiting)
        .allMatch(answer -> answer.code().equals("UNAVAILABLE"))
        .allMatch(answer -> answer.headers().containsHeader("Retry-After"));
    // Nobody's seats are blocked by having been sent away.
    for (int n = 0; n < BUYERS; n++) {
      int expected = all.get(n).status() == 503 ? 201 : 409;
      hold("late-" + n, show, n).expect(expected);
    }
    assertThat(violations(show)).isEmpty();
  }

  private List<Answer> answersWhenAllButSomeAreSentAway(OpenShow show, int sentAway) {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> answers =
          Objects.requireNonNull(
              transactions.execute(
                  _ -> {
                    // A hung database, as far as holds are concerned.
                    int locked = jdbc.sql("lock table buyer_seats in exclusive mode").update();
                    assertThat(locked).isZero();
                    List<CompletableFuture<Answer>> asked = new ArrayList<>();
                    asked.add(supplyAsync(() -> hold("buyer-0", show, 0), people));
                    // Only then is it certain that the first no longer waits for its batch.
                    Awaitility.await().atMost(PATIENCE).until(this::somebodyIsBeingWritten);
                    for (int n = 1; n < BUYERS; n++) {
                      int seat = n;
                      asked.add(supplyAsync(() -> hold("buyer-" + seat, show, seat), people));
                    }
                    Awaitility.await().atMost(PATIENCE).until(() -> answered(asked) == sentAway);
                    return asked;
                  }));
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  private boolean somebodyIsBeingWritten() {
    return jdbc.sql(
            """
            select exists (
              select from pg_locks
              where relation = cast('buyer_seats' as regclass) and not granted)
            """)
        .query(Boolean.class)
        .single();
  }

  private static long answered(List<CompletableFuture<Answer>> asked) {
    return asked.stream().filter(CompletableFuture::isDone).count();
  }
}
