package dev.boxoffice.booking.process;

import dev.boxoffice.defaults.problem.UnavailableException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Runs claimed work on threads of its own, so that nobody who waits for it can interrupt it. */
@Component
public class WorkRunner {

  private static final Logger log = LoggerFactory.getLogger(WorkRunner.class);

  private static final Duration LAST_RUNS_WITHIN = Duration.ofSeconds(10);

  private final Map<WorkKind, RecordedProcess> processes;
  private final WorkLedger ledger;
  private final Backoff backoff;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WorkRunner(List<RecordedProcess> processes, WorkLedger ledger, RecoverySettings settings) {
    this.processes =
        processes.stream().collect(Collectors.toMap(RecordedProcess::kind, Function.identity()));
    this.ledger = ledger;
    this.backoff = settings.backoff();
  }

  /** Starts a run; what is returned completes, never exceptionally, when the run is over. */
  public CompletableFuture<Void> start(Work work) {
    return CompletableFuture.runAsync(() -> run(work), threads);
  }

  /** Whether runs can still be started. */
  boolean isOpen() {
    return !threads.isShutdown();
  }

  private void run(Work work) {
    try {
      advance(work);
    } catch (RuntimeException e) {
      // Without a database the lease simply runs out, and whoever sees it then goes on.
      log.error("{} {} could not be put off", work.kind(), work.key(), e);
    }
  }

  private void advance(Work work) {
    var process = processes.get(work.kind());
    if (process == null) {
      throw new IllegalStateException("No process runs " + work.kind());
    }
    try {
      switch (process.advance(work.key())) {
        case Progress.Ended() -> log.debug("{} {} ended", work.kind(), work.key());
        case Progress.Waiting(var lookAgainAfter) ->
            ledger.putOff(work, atLeastAMoment(lookAgainAfter), work.tries());
        case Progress.Overtaken() -> ledger.putOff(work, backoff.after(0), work.tries());
      }
    } catch (UnavailableException
        | TransientDataAccessException
        | CannotCreateTransactionException e) {
      log.warn("{} {} has no answer: {}", work.kind(), work.key(), e.getMessage());
      ledger.putOff(work, backoff.after(work.tries()), work.tries() + 1);
    } catch (RuntimeException e) {
      log.error("{} {} met a fault of ours", work.kind(), work.key(), e);
      ledger.putOff(work, backoff.after(work.tries()), work.tries() + 1);
    }
  }

  /** What is due at once would be taken up at once, again and again. */
  private Duration atLeastAMoment(Duration delay) {
    var moment = backoff.after(0);
    return delay.compareTo(moment) < 0 ? moment : delay;
  }

  /** Gives runs some time to end; a run cut off is taken up again when its lease is over. */
  @PreDestroy
  void close() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(LAST_RUNS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      var _ = threads.shutdownNow();
      log.warn("Some runs are cut off; they go on when their leases are over");
    }
  }
}
