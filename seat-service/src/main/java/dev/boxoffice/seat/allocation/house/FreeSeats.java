package dev.boxoffice.seat.allocation.house;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which seats are free, read for all who ask at the same time together. A reading began after
 * whoever gets it had asked, so it is as fresh as one's own would be; and of the same seats there
 * is one at a time, however many ask.
 */
@Component
class FreeSeats {
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);
  private static final int SCOPES_MAX = 1_000;

  private final FreeSeatLedger ledger;
  private final BoundedTransactions transactions;
  private final Duration waitAtMost;
  private final Cache<Scope, Readings> readings =
      Caffeine.newBuilder().expireAfterAccess(KEPT_FOR).maximumSize(SCOPES_MAX).build();

  FreeSeats(FreeSeatLedger ledger, BoundedTransactions transactions, AllocationSettings settings) {
    this.ledger = ledger;
    this.transactions = transactions;
    this.waitAtMost = settings.databaseWait();
  }

  private record Scope(ShowId showId, BitSet sections) {}

  /**
   * The free seats of sections and of those that share rows with them. Not to be asked for inside a
   * transaction.
   */
  Reading read(ShowHouse show, BitSet sections) {
    BitSet all = show.house().withSameRows(sections);
    Scope scope = new Scope(show.showId(), all);
    return readings
        .get(scope, _ -> new Readings())
        .next(
            () ->
                transactions.run(
                    _ -> ledger.find(show.showId(), show.seatIds(), show.house().seatsOf(all))));
  }

  private interface Read {
    BitSet now();
  }

  private final class Readings {
    private final AtomicLong begun = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable BitSet last;
    private long number;
    private int turns;

    /** A reading that has yet to begin: by whoever is first in the line, for all behind. */
    Reading next(Read read) {
      long wanted = begun.get() + 1;
      enter();
      try {
        BitSet free = last;
        if (free == null || number < wanted) {
          long mine = begun.incrementAndGet();
          free = read.now();
          last = free;
          number = mine;
          turns = 0;
        }
        return new Reading(free, turns++);
      } finally {
        lock.unlock();
      }
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
}
