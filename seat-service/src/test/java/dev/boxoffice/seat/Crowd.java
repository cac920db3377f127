package dev.boxoffice.seat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many people doing something at the same moment. */
public final class Crowd {
  private Crowd() {}

  /** Lets everybody start together, and collects what each got. */
  public static <T> List<T> of(int people, IntFunction<T> each) {
    CyclicBarrier start = new CyclicBarrier(people);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int n = 0; n < people; n++) {
        int person = n;
        running.add(
            threads.submit(
                () -> {
                  awaitAll(start);
                  return each.apply(person);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("somebody failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void awaitAll(CyclicBarrier barrier) {
    try {
      int arrival = barrier.await();
      if (arrival < 0) {
        throw new IllegalStateException("arrival " + arrival);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
