package dev.boxoffice.defaults.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Sends stored events to Kafka, oldest first. One instance at a time, by a lease, so that events of
 * one key keep their order; an event may go twice if its sender dies between the broker's
 * acknowledgement and the delete, and consumers deduplicate.
 */
final class OutboxRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  private static final int BATCH = 500;
  private static final int CAUSES_MAX = 10;
  private static final Duration POLL_EVERY = Duration.ofMillis(250);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  /** Longer than a batch can take by the producer's delivery timeout. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final OutboxLedger ledger;
  private final EventSender sender;
  private final LockProvider leases;
  private final Clock clock;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  OutboxRelay(OutboxLedger ledger, EventSender sender, LockProvider leases, Clock clock) {
    this.ledger = ledger;
    this.sender = sender;
    this.leases = leases;
    this.clock = clock;
  }

  /** Says that there is something to send. */
  void wake() {
    work.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(LEASE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    boolean failing = false;
    while (running) {
      try {
        await(failing ? PAUSE_AFTER_FAILURE : POLL_EVERY);
        relayAll();
        failing = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!failing) {
          log.warn("Events wait in the outbox until they can be sent: {}", e.toString());
        }
        failing = true;
      }
    }
  }

  private void await(Duration atMost) throws InterruptedException {
    if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  private void relayAll() {
    while (ledger.hasUnsent()) {
      Optional<SimpleLock> lease =
          leases.lock(new LockConfiguration(clock.instant(), "outbox-relay", LEASE, Duration.ZERO));
      if (lease.isEmpty()) {
        return;
      }
      try {
        relayBatch(ledger.unsent(BATCH));
      } finally {
        lease.get().unlock();
      }
    }
  }

  private record Sending(OutboxEvent event, CompletableFuture<?> done) {}

  /**
   * Hands events to the producer. What fails at once, and not for its own sake, has waited for its
   * topic in vain as long as the producer allows: the rest of that topic would do so one by one,
   * and outlast the lease.
   */
  private List<Sending> send(List<OutboxEvent> events) {
    List<Sending> sends = new ArrayList<>(events.size());
    Set<String> awayTopics = new HashSet<>();
    for (OutboxEvent event : events) {
      if (awayTopics.contains(event.topic())) {
        continue;
      }
      CompletableFuture<?> done = sender.send(event);
      if (done.isCompletedExceptionally() && !isPoison(done.exceptionNow())) {
        awayTopics.add(event.topic());
      }
      sends.add(new Sending(event, done));
    }
    return sends;
  }

  private void relayBatch(List<OutboxEvent> events) {
    List<Long> sent = new ArrayList<>(events.size());
    Set<String> heldBack = new HashSet<>();
    RuntimeException failure = null;
    for (Sending sending : send(events)) {
      OutboxEvent event = sending.event();
      try {
        sending.done().join();
        if (!heldBack.contains(event.messageKey())) {
          sent.add(event.position());
        }
      } catch (CompletionException e) {
        if (isPoison(e)) {
          int parked =
              ledger.park(
                  event.position(), NestedExceptionUtils.getMostSpecificCause(e).toString());
          log.error("Parked {} outbox event {}", parked, event.eventId(), e.getCause());
        } else {
          heldBack.add(event.messageKey());
          failure = e;
        }
      }
    }
    int deleted = sent.isEmpty() ? 0 : ledger.delete(sent);
    log.debug("Relayed {} events", deleted);
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean isPoison(Throwable thrown) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth++ < CAUSES_MAX; t = t.getCause()) {
      if (t instanceof RecordTooLargeException
          || t instanceof SerializationException
          || t instanceof InvalidTopicException) {
        return true;
      }
    }
    return false;
  }
}
