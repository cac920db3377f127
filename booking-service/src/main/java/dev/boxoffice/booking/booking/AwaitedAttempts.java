package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.process.Patience;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Attempts whose outcome somebody waits for while another run, or another instance, is at them.
 * However many wait, this instance looks for all of them together: while the payment provider is
 * away there are hundreds, and each looking alone would keep the database from those who could go
 * on.
 */
@Component
class AwaitedAttempts {

  private static final Logger log = LoggerFactory.getLogger(AwaitedAttempts.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final AttemptLedger attempts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Awaited> awaited = new HashSet<>();
  private boolean looking;
  private volatile boolean blind;

  AwaitedAttempts(AttemptLedger attempts) {
    this.attempts = attempts;
  }

  /** Looks until there is something to say, or the time is over. */
  AttemptSeen outcome(PaymentId id, Patience waiting) {
    var now = attempts.seen(Set.of(id)).get(id);
    if (now != null) {
      return now;
    }
    var mine = new Awaited(id);
    join(mine);
    try {
      return waiting.until(mine.seen).orElseGet(AttemptSeen.UnderWay::new);
    } finally {
      leave(mine);
    }
  }

  private void join(Awaited one) {
    lock.lock();
    try {
      if (awaited.add(one) && !looking) {
        looking = true;
        var looker = Thread.ofVirtual().name("awaited-attempts").start(this::look);
        log.trace("{} looks", looker);
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave(Awaited one) {
    lock.lock();
    try {
      awaited.remove(one);
    } finally {
      lock.unlock();
    }
  }

  private void look() {
    boolean nobodyWaits = false;
    try {
      for (var now = awaitedNow(); !now.isEmpty(); now = awaitedNow()) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        tell(now);
      }
      nobodyWaits = true;
    } finally {
      if (!nobodyWaits) {
        letAnotherLook();
      }
    }
  }

  /** Whatever ended this look, who comes next begins another. */
  private void letAnotherLook() {
    lock.lock();
    try {
      looking = false;
    } finally {
      lock.unlock();
    }
  }

  /** Nobody looks any more once nobody waits. */
  private List<Awaited> awaitedNow() {
    lock.lock();
    try {
      looking = !awaited.isEmpty();
      return List.copyOf(awaited);
    } finally {
      lock.unlock();
    }
  }

  private void tell(List<Awaited> now) {
    try {
      var seen = attempts.seen(now.stream().map(one -> one.id).collect(Collectors.toSet()));
      for (var one : now) {
        var itself = seen.get(one.id);
        if (itself != null && one.seen.complete(itself)) {
          log.trace("{} is told", one.id);
        }
      }
      blind = false;
    } catch (RuntimeException e) {
      // Whose time is over before a look succeeds is told that nobody knows yet.
      if (!blind) {
        log.warn("Nobody can look for the outcomes of {} attempts", now.size(), e);
      }
      blind = true;
    }
  }

  /** One who waits. Equal to itself alone: several may wait for the same attempt. */
  private static final class Awaited {
    private final PaymentId id;
    private final CompletableFuture<AttemptSeen> seen = new CompletableFuture<>();

    Awaited(PaymentId id) {
      this.id = id;
    }
  }
}
