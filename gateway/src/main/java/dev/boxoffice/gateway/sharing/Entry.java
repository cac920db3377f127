package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.routing.Target;

/**
 * A kept answer.
 *
 * @param asked when its service was asked for it or last said that it is still so, by a clock that
 *     counts nanoseconds
 */
record Entry(Target service, SharedAnswer answer, Lifetime lifetime, long asked) {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  Entry askedAgain(long at) {
    return new Entry(service, answer, lifetime, at);
  }

  boolean isFresh(long now) {
    return now - asked < lifetime.fresh().toNanos();
  }

  /** Whether a new one should be on its way, so that whoever keeps asking never waits for it. */
  boolean isOldish(long now) {
    return now - asked >= lifetime.fresh().toNanos() / 4 * 3;
  }

  boolean mayStandIn(long now) {
    return now - asked < lifetime.fresh().plus(lifetime.stale()).toNanos();
  }

  /** Rounded up: who keeps it on rather asks early than late. */
  long ageSeconds(long now) {
    return Math.ceilDiv(now - asked, NANOS_PER_SECOND);
  }

  int weight() {
    return Math.toIntExact(answer.bytes());
  }
}
