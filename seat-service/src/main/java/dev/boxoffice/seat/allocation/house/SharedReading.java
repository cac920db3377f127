package dev.boxoffice.seat.allocation.house;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reading that those who ask at the same time share. It began after each of them had asked, so it
 * is as fresh as one's own would be; and there is one at a time, however many ask.
 */
final class SharedReading {
  private final Duration waitAtMost;
  private final AtomicLong begun = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock(true);
  private @Nullable BitSet last;
  private long lastNumber;
  private int turns;

  SharedReading(Duration waitAtMost) {
    this.waitAtMost = waitAtMost;
  }

  /**
   * The next reading: taken by whoever is first in the line, for all behind.
   *
   * @throws UnavailableException if there is none in time
   */
  Reading next(Supplier<BitSet> read) {
    long wanted = begun.get() + 1;
    enter();
    try {
      BitSet free = last;
      if (free == null || lastNumber < wanted) {
        long number = begun.incrementAndGet();
        free = read.get();
        last = free;
        lastNumber = number;
        turns = 0;
      }
      return new Reading(free, turns++);
    } finally {
      lock.unlock();
    }
  }

  /** How many wait for a reading in progress to end. */
  int waiting() {
    return lock.getQueueLength();
  }

  private void enter() {
    try {
      if (!lock.tryLock(waitAtMost.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new UnavailableException("no look at the seats within " + waitAtMost, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for a look at the seats", e);
    }
  }
}
