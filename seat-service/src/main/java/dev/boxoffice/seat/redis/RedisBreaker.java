package dev.boxoffice.seat.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private final Clock clock;
  private final AtomicLong askAgainAtMillis = new AtomicLong();
  private final AtomicBoolean trying = new AtomicBoolean();

  /** Not known at first: whoever asks first finds out, and nobody queues to connect meanwhile. */
  private final AtomicReference<State> state = new AtomicReference<>(State.UNKNOWN);

  public RedisBreaker(Clock clock) {
    this.clock = clock;
  }

  /** Asks Redis, or gives the other answer if it is away. */
  public <T> T ask(Supplier<T> question, T ifAway) {
    if (state.get() == State.WORKS) {
      return attempt(question, ifAway);
    }
    if (clock.millis() < askAgainAtMillis.get() || !trying.compareAndSet(false, true)) {
      return ifAway;
    }
    try {
      return attempt(question, ifAway);
    } finally {
      trying.set(false);
    }
  }

  private <T> T attempt(Supplier<T> question, T ifAway) {
    try {
      T answer = question.get();
      if (state.compareAndSet(State.AWAY, State.WORKS)) {
        log.info("Redis is back");
      } else if (state.compareAndSet(State.UNKNOWN, State.WORKS)) {
        log.debug("Redis answers");
      }
      return answer;
    } catch (DataAccessException e) {
      askAgainAtMillis.set(clock.millis() + PAUSE.toMillis());
      if (state.getAndSet(State.AWAY) != State.AWAY) {
        log.warn("Redis is away; this instance goes on without it: {}", e.toString());
      }
      return ifAway;
    }
  }

  private enum State {
    UNKNOWN,
    WORKS,
    AWAY
  }
}
