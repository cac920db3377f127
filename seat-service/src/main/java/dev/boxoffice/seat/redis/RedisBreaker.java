package dev.boxoffice.seat.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps a Redis that fails or hangs from slowing every request: after a failure nobody asks it for
 * a second, then one request tries.
 */
@Component
public class RedisBreaker {
  private static final Logger log = LoggerFactory.getLogger(RedisBreaker.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final Clock clock;
  private final AtomicLong askAgainAtMillis = new AtomicLong();
  private final AtomicBoolean trying = new AtomicBoolean();

  /** Not known at first: whoever asks first finds out, and nobody queues to connect meanwhile. */
  private final AtomicReference<State> state = new AtomicReference<>(State.UNKNOWN);

  /** For the Redis that everything asks. */
  @Autowired
  public RedisBreaker(Clock clock) {
    this("Redis", clock);
  }

  /** For one of several, by the name that people know it by. */
  public RedisBreaker(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  /** Asks Redis, or gives the other answer if it is away. */
  public <T> T ask(Supplier<T> question, T ifAway) {
    if (state.get() == State.WORKS) {
      return attempt(question, ifAway);
    }
    if (!mayTry()) {
      return ifAway;
    }
    try {
      return attempt(question, ifAway);
    } finally {
      trying.set(false);
    }
  }

  /** The same for an answer that comes later; it always comes, and never as a failure. */
  public <T> CompletableFuture<T> askLater(Supplier<CompletableFuture<T>> question, T ifAway) {
    if (state.get() == State.WORKS) {
      return attemptLater(question, ifAway);
    }
    if (!mayTry()) {
      return CompletableFuture.completedFuture(ifAway);
    }
    return attemptLater(question, ifAway).whenComplete((_, _) -> trying.set(false));
  }

  private boolean mayTry() {
    return clock.millis() >= askAgainAtMillis.get() && trying.compareAndSet(false, true);
  }

  private <T> T attempt(Supplier<T> question, T ifAway) {
    try {
      T answer = question.get();
      works();
      return answer;
    } catch (DataAccessException e) {
      isAway(e);
      return ifAway;
    }
  }

  private <T> CompletableFuture<T> attemptLater(Supplier<CompletableFuture<T>> question, T ifAway) {
    CompletableFuture<T> answer;
    try {
      answer = question.get();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer.handle(
        (value, failure) -> {
          if (failure == null) {
            works();
            return value;
          }
          isAway(failure);
          return ifAway;
        });
  }

  private void works() {
    if (state.compareAndSet(State.AWAY, State.WORKS)) {
      log.info("{} is back", name);
    } else if (state.compareAndSet(State.UNKNOWN, State.WORKS)) {
      log.debug("{} answers", name);
    }
  }

  private void isAway(Throwable why) {
    askAgainAtMillis.set(clock.millis() + PAUSE.toMillis());
    if (state.getAndSet(State.AWAY) != State.AWAY) {
      log.warn("{} is away; this instance goes on without it: {}", name, why.toString());
    }
  }

  private enum State {
    UNKNOWN,
    WORKS,
    AWAY
  }
}
