package dev.boxoffice.seat.allocation.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SharedReadingTests {
  private final SharedReading shared = new SharedReading(Duration.ofSeconds(30));
  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void whoeverAsksDuringAReadingSharesTheNext() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Reading> shares = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reading> first =
          threads.submit(
              () ->
                  shared.next(
                      () -> {
                        begun.countDown();
                        await(goOn);
                        return read();
                      }));
      await(begun);
      List<Future<Reading>> others = new ArrayList<>();
      for (int n = 0; n < 10; n++) {
        others.add(threads.submit(() -> shared.next(this::read)));
      }
      Awaitility.await().until(() -> shared.waiting() == 10);
      goOn.countDown();
      for (Future<Reading> other : others) {
        shares.add(other.get());
      }
      assertThat(first.get()).isEqualTo(new Reading(seat(1), 0));
    }

    assertThat(readings).hasValue(2);
    assertThat(shares).extracting(Reading::free).containsOnly(seat(2));
    assertThat(shares)
        .extracting(Reading::turn)
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void whoeverAsksLaterGetsAnotherOne() {
    assertThat(shared.next(this::read)).isEqualTo(new Reading(seat(1), 0));
    assertThat(shared.next(this::read)).isEqualTo(new Reading(seat(2), 0));
  }

  @Test
  void whatFailedIsReadAgain() {
    assertThatThrownBy(
            () ->
                shared.next(
                    () -> {
                      throw new UnavailableException("the database", null);
                    }))
        .isInstanceOf(UnavailableException.class);
    assertThat(shared.next(this::read)).isEqualTo(new Reading(seat(1), 0));
  }

  private BitSet read() {
    return seat(readings.incrementAndGet());
  }

  private static BitSet seat(int index) {
    BitSet set = new BitSet();
    set.set(index);
    return set;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
