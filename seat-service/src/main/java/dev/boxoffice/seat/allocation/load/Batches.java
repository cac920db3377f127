package dev.boxoffice.seat.allocation.load;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes the queues in which requests wait for their batch. */
@Component
public class Batches {
  private final BoundedTransactions transactions;
  private final BatchSettings settings;
  private final AllocationSettings allocation;

  Batches(BoundedTransactions transactions, BatchSettings settings, AllocationSettings allocation) {
    this.transactions = transactions;
    this.settings = settings;
    this.allocation = allocation;
  }

  /** A queue of its own for one kind of request. */
  public <R, A> BatchQueue<R, A> of(Batch<R, A> batch) {
    return new BatchQueue<>(batch, transactions, settings, allocation.databaseWait(), false);
  }

  /**
   * The same for looks that change nothing and that others come before: they never take more than
   * one turn at the database, and nobody waits longer for them.
   */
  public <R, A> BatchQueue<R, A> ofLooks(Batch<R, A> batch, Duration waitAtMost) {
    return new BatchQueue<>(
        batch,
        transactions,
        new BatchSettings(settings.sizeMax(), 1, settings.waitingMax()),
        waitAtMost,
        true);
  }
}
