package dev.boxoffice.seat.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Attempts at a steady rate, whether earlier ones are answered or not, each for seats that nobody
 * else asks for. What counts is from when an attempt was due: waiting for a free connection is part
 * of it.
 */
final class OpenLoop {
  private final int seatsPerHold;
  private final int connections;
  private final int perSecond;

  OpenLoop(int seatsPerHold, int connections, int perSecond) {
    this.seatsPerHold = seatsPerHold;
    this.connections = connections;
    this.perSecond = perSecond;
  }

  ClosedLoop.Run run(Contender contender, Lot lot, Duration atMost) {
    BlockingQueue<Contender.Client> idle = new ArrayBlockingQueue<>(connections);
    for (int n = 0; n < connections; n++) {
      idle.add(contender.client());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
      long begin = System.nanoTime();
      List<Future<Attempt>> attempts = new ArrayList<>();
      long number = Math.min(atMost.toNanos() / period, Integer.MAX_VALUE);
      for (int n = 0; n < number; n++) {
        Show show = lot.onSale();
        if (show == null) {
          break;
        }
        long due = begin + n * period;
        awaitMoment(due);
        int user = n;
        int[] seats = lot.offer(show, seatsPerHold);
        attempts.add(threads.submit(() -> attempt(idle, lot, show, user, seats, due)));
      }
      Tally all = new Tally();
      for (Future<Attempt> one : attempts) {
        Attempt attempt = one.get();
        all.add(attempt.answer(), attempt.elapsedNanos());
      }
      return new ClosedLoop.Run(all, System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      idle.forEach(Contender.Client::close);
    }
  }

  private record Attempt(Answer answer, long elapsedNanos) {}

  private Attempt attempt(
      BlockingQueue<Contender.Client> idle, Lot lot, Show show, int user, int[] seats, long due)
      throws InterruptedException {
    Contender.Client client = idle.take();
    try {
      Answer answer = client.hold(show, user, seats);
      if (answer == Answer.GRANTED) {
        lot.held(show, seatsPerHold);
      }
      return new Attempt(answer, System.nanoTime() - due);
    } finally {
      idle.put(client);
    }
  }

  private static void awaitMoment(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
