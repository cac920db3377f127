package dev.boxoffice.seat.guard;

import dev.boxoffice.seat.guard.GuardCounters.Verdict;
import dev.boxoffice.seat.redis.RedisBreaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts a visitor together with what all other instances count, as long as Redis is there. */
@Component
class CountTogether {
  private final RedisBreaker breaker;
  private final GuardCounters counters;
  private final Refusals refusals;
  private final Challenges challenges;

  CountTogether(
      RedisBreaker breaker, GuardCounters counters, Refusals refusals, Challenges challenges) {
    this.breaker = breaker;
    this.counters = counters;
    this.refusals = refusals;
    this.challenges = challenges;
  }

  /** What the common counts say; empty if Redis is away. */
  Optional<Verdict> check(Visitor visitor) {
    Challenges.Solved solved = challenges.solved(visitor.userId(), visitor.solution());
    return breaker.ask(
        () -> Optional.of(counters.check(visitor, refusals.take(visitor.userId()), solved)),
        Optional.empty());
  }
}
