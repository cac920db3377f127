package dev.boxoffice.seat.allocation.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.boxoffice.seat.allocation.rules.House.Seat;
import dev.boxoffice.seat.allocation.rules.House.Section;
import dev.boxoffice.seat.sale.SectionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A small house drawn at random, and the seat rules said once more: slowly, seat by seat, with
 * nothing of how they are worked out elsewhere.
 */
record Hall(
    List<Section> sections, List<Seat> seats, Stage stage, BitSet free, boolean kept, long seed) {

  private static final double SPACING = 10;
  private static final double DEPTH = 12;

  /**
   * Rows with aisles, taken seats and wheelchair places; the first seats and the last differ in
   * price.
   */
  static Hall random(long seed) {
    Random random = new Random(seed);
    List<Seat> seats = new ArrayList<>();
    BitSet free = new BitSet();
    double taken = random.nextDouble() * 0.6;
    int rows = 1 + random.nextInt(5);
    for (int row = 0; row < rows; row++) {
      int length = 1 + random.nextInt(9);
      for (int n = 0; n < length; n++) {
        int index = seats.size();
        boolean isEnd = n == length - 1 || random.nextInt(6) == 0;
        int kind = random.nextInt(8);
        seats.add(
            new Seat(
                isEnd ? House.NOBODY : index + 1, n * SPACING, row * DEPTH, kind == 0, kind == 1));
        free.set(index, random.nextDouble() >= taken);
      }
    }
    int numbered = seats.size();
    int cut = random.nextInt(numbered + 1);
    int middle = Math.min(numbered - cut, random.nextInt(4));
    int standing = random.nextInt(3) == 0 ? random.nextInt(6) : 0;
    for (int n = 0; n < standing; n++) {
      free.set(seats.size(), random.nextBoolean());
      seats.add(new Seat(House.NOBODY, 40, 100, false, false));
    }
    List<Section> sections =
        List.of(
            new Section(id("Front"), "A", false, 0, cut),
            new Section(id("Middle"), "B", false, cut, middle),
            new Section(id("Rear"), "A", false, cut + middle, numbered - cut - middle),
            new Section(id("Standing"), "B", true, numbered, standing));
    Stage stage = new Stage(random.nextInt(90), random.nextInt(60) - 20);
    return new Hall(sections, seats, stage, free, random.nextInt(4) > 0, seed);
  }

  static SectionId id(String name) {
    return new SectionId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  House house() {
    return new House(sections, seats, stage);
  }

  Picture picture() {
    return new Picture(house(), free, kept);
  }

  Hall without(Collection<Integer> seats) {
    BitSet rest = (BitSet) free.clone();
    seats.forEach(rest::clear);
    return new Hall(sections, this.seats, stage, rest, kept, seed);
  }

  boolean isReserved(int seat) {
    return seats.get(seat).accessible() || seats.get(seat).companion();
  }

  boolean isKept(int seat) {
    return kept && isReserved(seat);
  }

  Section sectionOf(int seat) {
    return sections.stream()
        .filter(s -> seat >= s.firstSeat() && seat < s.firstSeat() + s.seatCount())
        .findFirst()
        .orElseThrow();
  }

  /** Ordinary free seats alone after these are taken, that were not alone before. */
  List<Integer> stranded(Collection<Integer> taken) {
    Hall after = without(taken);
    return IntStream.range(0, seats.size())
        .filter(seat -> after.free.get(seat) && !isKept(seat))
        .filter(seat -> after.company(seat).size() == 1 && company(seat).size() > 1)
        .boxed()
        .toList();
  }

  /**
   * The free seats of one kind that somebody on this seat could reach from neighbour to neighbour.
   */
  private Set<Integer> company(int seat) {
    Set<Integer> reached = new HashSet<>(Set.of(seat));
    Deque<Integer> open = new ArrayDeque<>(List.of(seat));
    while (!open.isEmpty()) {
      int next = open.remove();
      for (int other = 0; other < seats.size(); other++) {
        boolean beside = seats.get(next).right() == other || seats.get(other).right() == next;
        if (beside && free.get(other) && isKept(other) == isKept(seat) && reached.add(other)) {
          open.add(other);
        }
      }
    }
    return reached;
  }

  /** All places side by side that a wish may get, whether or not they strand somebody. */
  List<List<Integer>> places(Wish wish) {
    return IntStream.range(0, seats.size())
        .mapToObj(first -> toTheRight(first, wish.quantity()))
        .filter(place -> place.size() == wish.quantity())
        .filter(
            place ->
                place.stream()
                    .allMatch(
                        seat ->
                            free.get(seat)
                                && wish.fits(sectionOf(seat))
                                && !sectionOf(seat).generalAdmission()
                                && (wish.accessible() || !isKept(seat))))
        .filter(
            place ->
                !wish.accessible() || place.stream().anyMatch(seat -> seats.get(seat).accessible()))
        .toList();
  }

  private List<Integer> toTheRight(int first, int quantity) {
    List<Integer> place = new ArrayList<>();
    for (int seat = first;
        seat != House.NOBODY && place.size() < quantity;
        seat = seats.get(seat).right()) {
      place.add(seat);
    }
    return place;
  }

  long fromStage(List<Integer> place) {
    return place.stream()
        .mapToLong(seat -> stage.tenthsTo(seats.get(seat).x(), seats.get(seat).y()))
        .sum();
  }

  @Override
  public String toString() {
    StringBuilder drawing = new StringBuilder("seed " + seed + (kept ? ", kept\n" : "\n"));
    for (int seat = 0; seat < seats.size(); seat++) {
      Seat here = seats.get(seat);
      drawing
          .append(seat)
          .append(sectionOf(seat).priceCategory())
          .append(here.accessible() ? "w" : here.companion() ? "c" : "")
          .append(free.get(seat) ? "" : "x")
          .append(here.right() == House.NOBODY ? " | " : " ");
    }
    return drawing.toString();
  }
}
