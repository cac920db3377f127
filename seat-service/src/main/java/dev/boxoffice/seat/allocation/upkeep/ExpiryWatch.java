package dev.boxoffice.seat.allocation.upkeep;

import dev.boxoffice.seat.allocation.SeatNews;
import dev.boxoffice.seat.allocation.SweepExpiredHolds;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sweeps expired holds at the next expiry known, and every so often anyway: another instance may
 * have held seats and died.
 */
@Component
class ExpiryWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ExpiryWatch.class);

  /** Keeps a hold that cannot be ended from turning the watch into a busy loop. */
  private static final Duration PAUSE_AT_LEAST = Duration.ofMillis(50);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final SweepExpiredHolds sweepExpiredHolds;
  private final Duration sweepEvery;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Instant wakeAt = Instant.EPOCH;
  private boolean running;
  private Thread thread = new Thread();

  ExpiryWatch(SweepExpiredHolds sweepExpiredHolds, AllocationSettings settings, Clock clock) {
    this.sweepExpiredHolds = sweepExpiredHolds;
    this.sweepEvery = settings.sweepEvery();
    this.clock = clock;
  }

  /** A hold expires after a while: the watch is awake by then. */
  @EventListener
  void on(SeatNews.ExpirySet expiry) {
    wakeIn(expiry.expiresIn());
  }

  private void wakeIn(Duration wait) {
    Instant at =
        clock.instant().plus(wait.isNegative() ? Duration.ZERO : wait).plus(PAUSE_AT_LEAST);
    lock.lock();
    try {
      if (at.isBefore(wakeAt)) {
        wakeAt = at;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    lock.lock();
    try {
      running = true;
      thread = Thread.ofVirtual().name("expiry-watch").start(this::watch);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      running = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(STOP_WITHIN)) {
        log.warn("The expiry watch is still sweeping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    boolean failing = false;
    try {
      while (awaitNext()) {
        try {
          int ended = sweepExpiredHolds.sweep();
          log.debug("{} holds expired", ended);
          wakeIn(sweepExpiredHolds.untilNextExpiry(sweepEvery));
          failing = false;
        } catch (RuntimeException e) {
          if (!failing) {
            log.warn("Expired holds are ended later", e);
          }
          failing = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the next time to sweep; false when it is time to stop. */
  private boolean awaitNext() throws InterruptedException {
    lock.lock();
    try {
      while (running && clock.instant().isBefore(wakeAt)) {
        boolean early = changed.awaitUntil(Date.from(wakeAt));
        log.trace("Woken early: {}", early);
      }
      // Whatever expires earlier than that makes itself known before or during the sweep.
      wakeAt = clock.instant().plus(sweepEvery);
      return running;
    } finally {
      lock.unlock();
    }
  }
}
