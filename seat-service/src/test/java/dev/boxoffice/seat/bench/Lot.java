package dev.boxoffice.seat.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows that are sold one after the other, each until a good half of its seats are held: nothing is
 * released, so what is measured is holding alone, from an empty house to a crowded one.
 */
final class Lot {
  static final int SOLD_PERCENT = 60;
  private static final int ALL_PERCENT = 100;

  private final List<Show> shows;
  private final AtomicIntegerArray held;
  private final AtomicIntegerArray offered;
  private final AtomicInteger current = new AtomicInteger();

  private Lot(List<Show> shows) {
    this.shows = List.copyOf(shows);
    this.held = new AtomicIntegerArray(shows.size());
    this.offered = new AtomicIntegerArray(shows.size());
  }

  /** As many shows of that size as make up so many seats; at least one. */
  static Lot random(SplittableRandom random, int seatsOfShow, int seatsInAll) {
    int number = Math.max(1, seatsInAll / seatsOfShow);
    long lot = random.nextLong();
    return new Lot(IntStream.range(0, number).mapToObj(n -> Show.of(lot, n, seatsOfShow)).toList());
  }

  List<Show> shows() {
    return shows;
  }

  /** The show whose turn it is; null when all are sold. */
  @Nullable Show onSale() {
    int number = current.get();
    return number < shows.size() ? shows.get(number) : null;
  }

  /** So many seats of a show were held. */
  void held(Show show, int seats) {
    passOn(show, held.addAndGet(show.number(), seats));
  }

  /** The next seats of a show that nobody was offered before. */
  int[] offer(Show show, int seats) {
    int end = offered.addAndGet(show.number(), seats);
    passOn(show, end);
    return IntStream.range(end - seats, end).map(seat -> seat % show.seats()).toArray();
  }

  private void passOn(Show show, int gone) {
    if ((long) gone * ALL_PERCENT >= (long) show.seats() * SOLD_PERCENT) {
      boolean passed = current.compareAndSet(show.number(), show.number() + 1);
      if (passed && current.get() <= show.number()) {
        throw new IllegalStateException("sold twice: " + show);
      }
    }
  }

  /** Seats held of those of the shows that were on sale so far. */
  double heldShare() {
    int begun = Math.min(current.get() + 1, shows.size());
    long sum = IntStream.range(0, begun).mapToLong(held::get).sum();
    return (double) sum / ((long) begun * shows.getFirst().seats());
  }
}
