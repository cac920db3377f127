package dev.boxoffice.seat.allocation.load;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of which only so many run at once. Virtual threads would otherwise queue without
 * bound for the pool's few connections and time out there all together.
 */
@Component
public class BoundedTransactions {
  private final TransactionTemplate transactions;
  private final Semaphore permits;
  private final Duration waitAtMost;

  BoundedTransactions(TransactionTemplate transactions, AllocationSettings settings) {
    this.transactions = transactions;
    this.permits = new Semaphore(settings.databasePermits(), true);
    this.waitAtMost = settings.databaseWait();
  }

  /**
   * Runs the work in a transaction of its own.
   *
   * @throws UnavailableException if there is no turn in time, or the database is away; after a
   *     failure in the commit the work may have been done all the same
   */
  public <T> T run(Function<TransactionStatus, T> work) {
    return run(waitAtMost, work);
  }

  /** The same for work that is not worth waiting so long for a turn. */
  <T> T run(Duration waitAtMost, Function<TransactionStatus, T> work) {
    if (!admitted(waitAtMost)) {
      throw new UnavailableException("no turn at the database within " + waitAtMost, null);
    }
    return runAdmitted(work);
  }

  private boolean admitted(Duration wait) {
    try {
      return permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for the database", e);
    }
  }

  private <T> T runAdmitted(Function<TransactionStatus, T> work) {
    try {
      T result = transactions.execute(work::apply);
      if (result == null) {
        throw new IllegalStateException("a transaction without a result");
      }
      return result;
    } catch (DataAccessResourceFailureException
        | RecoverableDataAccessException
        | TransientDataAccessException
        | TransactionException e) {
      throw new UnavailableException("the database", e);
    } finally {
      permits.release();
    }
  }
}
