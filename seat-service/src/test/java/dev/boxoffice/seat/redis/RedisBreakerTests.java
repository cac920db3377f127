package dev.boxoffice.seat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.guard.MovableClock;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RedisBreakerTests {
  private final MovableClock clock = new MovableClock();
  private final RedisBreaker breaker = new RedisBreaker("A node", clock);
  private final List<CompletableFuture<String>> asked = new ArrayList<>();

  @Test
  void onlyOneAsksUntilItIsKnownToAnswer() {
    CompletableFuture<String> first = ask();

    assertThat(ask()).isCompletedWithValue("away");
    assertThat(asked).hasSize(1);

    asked.getFirst().complete("yes");
    assertThat(first).isCompletedWithValue("yes");
    assertThat(ask()).isNotDone();
    assertThat(ask()).isNotDone();
    assertThat(asked).hasSize(3);
  }

  @Test
  void nobodyAsksForASecondAfterAFailureAndThenOne() {
    CompletableFuture<String> first = ask();
    asked.getFirst().completeExceptionally(new RedisException("hung"));

    assertThat(first).isCompletedWithValue("away");
    assertThat(ask()).isCompletedWithValue("away");
    clock.advance(Duration.ofMillis(999));
    assertThat(ask()).isCompletedWithValue("away");
    assertThat(asked).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    CompletableFuture<String> again = ask();
    assertThat(ask()).isCompletedWithValue("away");
    asked.getLast().complete("yes");
    assertThat(again).isCompletedWithValue("yes");
    assertThat(ask()).isNotDone();
    assertThat(asked).hasSize(3);
  }

  @Test
  void aQuestionThatCannotBeSentIsAFailureToo() {
    CompletableFuture<String> answer =
        breaker.askLater(
            () -> {
              throw new RedisException("not connected");
            },
            "away");

    assertThat(answer).isCompletedWithValue("away");
    assertThat(ask()).isCompletedWithValue("away");
    clock.advance(Duration.ofSeconds(1));
    assertThat(ask()).isNotDone();
  }

  private CompletableFuture<String> ask() {
    return breaker.askLater(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          asked.add(answer);
          return answer;
        },
        "away");
  }
}
