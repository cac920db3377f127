package dev.boxoffice.seat.allocation.load;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Requests that wait for the next batch. A batch takes what came while the last ones ran: nobody
 * waits for company, and the more come, the more share a transaction. Requests that touch the same
 * keep their order; one that touches what a batch in progress does waits for that to end.
 *
 * @param <R> a request
 * @param <A> its answer
 */
public final class BatchQueue<R, A> {
  private static final Logger log = LoggerFactory.getLogger(BatchQueue.class);

  private final Batch<R, A> batch;
  private final BoundedTransactions transactions;
  private final BatchSettings settings;
  private final Duration waitAtMost;
  private final boolean mayLeave;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Waiting<R, A>> waiting = new LinkedHashSet<>();
  private final Set<Object> busy = new HashSet<>();
  private int workers;

  /**
   * @param mayLeave whether nobody waits longer even when the batch has begun, because it changes
   *     nothing
   */
  BatchQueue(
      Batch<R, A> batch,
      BoundedTransactions transactions,
      BatchSettings settings,
      Duration waitAtMost,
      boolean mayLeave) {
    this.batch = batch;
    this.transactions = transactions;
    this.settings = settings;
    this.waitAtMost = waitAtMost;
    this.mayLeave = mayLeave;
  }

  /**
   * Has the request carried out, and answers when it is.
   *
   * @throws UnavailableException if too many wait, if there is no turn in time, or if the database
   *     is away; in the last case the request may have been carried out all the same
   */
  public A ask(R request) {
    Waiting<R, A> mine = new Waiting<>(request);
    join(mine);
    try {
      return mine.answer.get(waitAtMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (withdraw(mine) || mayLeave) {
        throw new UnavailableException("no answer of a batch within " + waitAtMost, null);
      }
      return awaitRunning(mine);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      boolean neverBegan = withdraw(mine);
      throw new UnavailableException(
          "interrupted while waiting for a batch", neverBegan ? null : e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** A batch in progress ends: its statements have their time limit. */
  private A awaitRunning(Waiting<R, A> mine) {
    try {
      return mine.answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for a batch", e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(ExecutionException e) {
    return e.getCause() instanceof UnavailableException away
        // One for each request, because they are thrown on several threads. What has no cause never
        // began.
        ? new UnavailableException(
            String.valueOf(away.getMessage()), away.getCause() == null ? null : away)
        : new IllegalStateException("a batch failed", e.getCause());
  }

  private void join(Waiting<R, A> mine) {
    lock.lock();
    try {
      if (waiting.size() >= settings.waitingMax() || !waiting.add(mine)) {
        throw new UnavailableException("too many requests wait for a batch", null);
      }
      if (workers < settings.atOnceMax()) {
        workers++;
        Thread worker = Thread.ofVirtual().name("batch").start(this::work);
        log.trace("{} of {} workers, started {}", workers, settings.atOnceMax(), worker);
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many wait for a batch. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean withdraw(Waiting<R, A> mine) {
    lock.lock();
    try {
      return waiting.remove(mine);
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    for (List<Waiting<R, A>> taken = take(List.of()); !taken.isEmpty(); taken = take(taken)) {
      run(taken);
    }
  }

  /** Ends the batch that is done and takes the next; whatever it touched can be touched again. */
  private List<Waiting<R, A>> take(List<Waiting<R, A>> done) {
    lock.lock();
    try {
      done.forEach(request -> busy.removeAll(batch.keysOf(request.request)));
      List<Waiting<R, A>> taken = takeDisjoint();
      if (taken.isEmpty()) {
        // Whoever is left waits for another batch, whose worker comes back here.
        workers--;
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The first that can be carried out now, and those behind it that can join. */
  private List<Waiting<R, A>> takeDisjoint() {
    List<Waiting<R, A>> taken = new ArrayList<>();
    Set<Object> overtaken = new HashSet<>();
    Object lane = null;
    Iterator<Waiting<R, A>> inOrder = waiting.iterator();
    while (inOrder.hasNext() && taken.size() < settings.sizeMax()) {
      Waiting<R, A> next = inOrder.next();
      Collection<?> keys = batch.keysOf(next.request);
      Object itsLane = batch.laneOf(next.request);
      if ((lane != null && !lane.equals(itsLane))
          || !Collections.disjoint(busy, keys)
          || !Collections.disjoint(overtaken, keys)) {
        overtaken.addAll(keys);
      } else {
        lane = itsLane;
        busy.addAll(keys);
        taken.add(next);
        inOrder.remove();
      }
    }
    return taken;
  }

  private void run(List<Waiting<R, A>> taken) {
    List<A> answers;
    try {
      answers = carryOut(taken);
    } catch (UnavailableException e) {
      if (taken.size() > 1 && e.getCause() instanceof PessimisticLockingFailureException) {
        log.debug("A batch of {} lost its locks and is carried out one by one", taken.size(), e);
        taken.forEach(request -> run(List.of(request)));
      } else {
        taken.forEach(request -> request.fail(e));
      }
      return;
    } catch (RuntimeException | Error e) {
      if (taken.size() == 1) {
        taken.forEach(request -> request.fail(e));
      } else {
        log.debug("A batch of {} is carried out one by one", taken.size(), e);
        taken.forEach(request -> run(List.of(request)));
      }
      return;
    }
    tell(answers);
    for (int n = 0; n < answers.size(); n++) {
      taken.get(n).succeed(answers.get(n));
    }
  }

  private List<A> carryOut(List<Waiting<R, A>> taken) {
    List<R> requests = taken.stream().map(request -> request.request).toList();
    List<A> answers =
        transactions.run(waitAtMost, transaction -> batch.carryOut(transaction, requests));
    if (answers.size() != requests.size()) {
      throw new IllegalStateException(answers.size() + " answers to " + requests.size());
    }
    return answers;
  }

  private void tell(List<A> answers) {
    try {
      batch.tell(answers);
    } catch (RuntimeException | Error e) {
      log.error("A batch is done, but not told", e);
    }
  }

  /** A request and who waits for its answer. Equal to itself alone. */
  private static final class Waiting<R, A> {
    private final R request;
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    Waiting(R request) {
      this.request = request;
    }

    private void succeed(A with) {
      boolean first = answer.complete(with);
      log.trace("A request succeeded: {}", first);
    }

    private void fail(Throwable with) {
      boolean first = answer.completeExceptionally(with);
      log.trace("A request failed: {}", first);
    }
  }
}
