package dev.boxoffice.seat.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients each of which asks again as soon as it has its answer. */
final class ClosedLoop {
  private final Load load;
  private final int seatsPerHold;
  private final int clients;
  private final SplittableRandom random;
  private final AtomicInteger users = new AtomicInteger();

  ClosedLoop(Load load, int seatsPerHold, int clients, SplittableRandom random) {
    this.load = load;
    this.seatsPerHold = seatsPerHold;
    this.clients = clients;
    this.random = random;
  }

  /** What came of it, and how long it took from the first question to the last answer. */
  record Run(Tally tally, long elapsedNanos) {}

  /** Sells a lot, or what can be sold of it in that time. */
  Run run(Contender contender, Lot lot, Duration atMost) {
    List<Contender.Client> opened = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Tally>> running = new ArrayList<>();
      for (int n = 0; n < clients; n++) {
        opened.add(contender.client());
      }
      for (Contender.Client client : opened) {
        running.add(threads.submit(buyer(client, lot, start, atMost, random.split())));
      }
      long begin = System.nanoTime();
      start.countDown();
      Tally all = new Tally();
      for (Future<Tally> one : running) {
        all.addAll(one.get());
      }
      return new Run(all, System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      opened.forEach(Contender.Client::close);
    }
  }

  private Callable<Tally> buyer(
      Contender.Client client,
      Lot lot,
      CountDownLatch start,
      Duration atMost,
      SplittableRandom choices) {
    return () -> {
      Tally tally = new Tally();
      start.await();
      long end = System.nanoTime() + atMost.toNanos();
      for (Show show = lot.onSale(); show != null; show = lot.onSale()) {
        int[] seats = load.choose(choices, show.seats(), seatsPerHold);
        int user = users.getAndIncrement();
        long asked = System.nanoTime();
        Answer answer = client.hold(show, user, seats);
        long answered = System.nanoTime();
        tally.add(answer, answered - asked);
        if (answer == Answer.GRANTED) {
          lot.held(show, seatsPerHold);
        }
        if (answered >= end) {
          break;
        }
      }
      return tally;
    };
  }
}
