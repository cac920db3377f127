package dev.boxoffice.seat.allocation.rules;

import dev.boxoffice.seat.sale.SectionId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What never changes about the places of a show: who sits beside whom, how far from the stage, and
 * whom a place is meant for. A place is its index in the seat map.
 */
public final class House {
  /** Who sits beside the last of a row. */
  public static final int NOBODY = -1;

  private final List<Section> sections;
  private final int[] sectionOf;
  private final int[] left;
  private final int[] right;
  private final int[] fromStage;
  private final BitSet accessible = new BitSet();
  private final BitSet companion = new BitSet();
  private final int[] firstInSameRows;

  /** Places of one price; their indexes are one run. */
  public record Section(
      SectionId sectionId,
      String priceCategory,
      boolean generalAdmission,
      int firstSeat,
      int seatCount) {}

  /**
   * A place to sit or stand.
   *
   * @param right index of the seat to its right, {@link #NOBODY} at an aisle
   * @param accessible for those who cannot sit elsewhere
   * @param companion for who comes with them
   */
  public record Seat(int right, double x, double y, boolean accessible, boolean companion) {}

  /** A run of indexes, the last included. */
  public record Range(int first, int last) {}

  /**
   * @param seats in the seat map's order
   */
  public House(List<Section> sections, List<Seat> seats, Stage stage) {
    this.sections = List.copyOf(sections);
    this.sectionOf = new int[seats.size()];
    this.left = nobody(seats.size());
    this.right = nobody(seats.size());
    this.fromStage = new int[seats.size()];
    Arrays.fill(sectionOf, NOBODY);
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      Arrays.fill(sectionOf, section.firstSeat(), section.firstSeat() + section.seatCount(), s);
    }
    for (int i = 0; i < seats.size(); i++) {
      Seat seat = seats.get(i);
      if (sectionOf[i] == NOBODY) {
        throw new IllegalArgumentException("seat " + i + " is in no section");
      }
      fromStage[i] = stage.tenthsTo(seat.x(), seat.y());
      accessible.set(i, seat.accessible());
      companion.set(i, seat.companion());
      // Nobody has two neighbours on one side, so every row has its two ends.
      if (seat.right() != NOBODY && left[seat.right()] == NOBODY) {
        right[i] = seat.right();
        left[seat.right()] = i;
      }
    }
    this.firstInSameRows = sectionsInSameRows();
  }

  public int seats() {
    return sectionOf.length;
  }

  int left(int seat) {
    return left[seat];
  }

  int right(int seat) {
    return right[seat];
  }

  int fromStage(int seat) {
    return fromStage[seat];
  }

  boolean isAccessible(int seat) {
    return accessible.get(seat);
  }

  /** Whether the seat is meant for those who cannot sit elsewhere, or for who comes with them. */
  boolean isReserved(int seat) {
    return accessible.get(seat) || companion.get(seat);
  }

  int sectionOf(int seat) {
    return sectionOf[seat];
  }

  Section section(int index) {
    return sections.get(index);
  }

  /** The sections that a wish may be met in, by their indexes. */
  public BitSet sectionsFor(Wish wish) {
    BitSet fitting = new BitSet();
    for (int s = 0; s < sections.size(); s++) {
      fitting.set(s, wish.fits(sections.get(s)));
    }
    return fitting;
  }

  /** The sections that seats are in, by their indexes. */
  public BitSet sectionsOf(Collection<Integer> seats) {
    BitSet sections = new BitSet();
    seats.forEach(seat -> sections.set(sectionOf[seat]));
    return sections;
  }

  /**
   * The next two on either side of each seat, without the seats themselves: whether these are free
   * says all about who is left alone when the seats are taken.
   */
  public Set<Integer> nearby(Collection<Integer> seats) {
    Set<Integer> nearby = new TreeSet<>();
    for (int seat : seats) {
      for (int[] side : List.of(left, right)) {
        int next = side[seat];
        if (next != NOBODY) {
          nearby.add(next);
          nearby.add(side[next]);
        }
      }
    }
    nearby.remove(NOBODY);
    nearby.removeAll(Set.copyOf(seats));
    return nearby;
  }

  /** These sections and all that share rows with them, also by others in between. */
  public BitSet withSameRows(BitSet some) {
    BitSet rows = new BitSet();
    some.stream().forEach(s -> rows.set(firstInSameRows[s]));
    BitSet all = new BitSet();
    for (int s = 0; s < firstInSameRows.length; s++) {
      all.set(s, rows.get(firstInSameRows[s]));
    }
    return all;
  }

  /** The least run with all seats of these sections; empty if they have none. */
  public Optional<Range> seatsOf(BitSet some) {
    List<Section> filled =
        some.stream().mapToObj(sections::get).filter(it -> it.seatCount() > 0).toList();
    return filled.stream()
        .mapToInt(Section::firstSeat)
        .boxed()
        .min(Comparator.naturalOrder())
        .map(
            first ->
                new Range(
                    first,
                    filled.stream()
                        .mapToInt(section -> section.firstSeat() + section.seatCount() - 1)
                        .max()
                        .orElse(first)));
  }

  private int[] sectionsInSameRows() {
    int[] first = new int[sections.size()];
    Arrays.setAll(first, s -> s);
    for (int seat = 0; seat < right.length; seat++) {
      if (right[seat] != NOBODY) {
        int one = first(first, sectionOf[seat]);
        int other = first(first, sectionOf[right[seat]]);
        first[Math.max(one, other)] = Math.min(one, other);
      }
    }
    for (int s = 0; s < first.length; s++) {
      first[s] = first(first, s);
    }
    return first;
  }

  private static int first(int[] first, int section) {
    int s = section;
    while (first[s] != s) {
      s = first[s];
    }
    return s;
  }

  private static int[] nobody(int seats) {
    int[] neighbours = new int[seats];
    Arrays.fill(neighbours, NOBODY);
    return neighbours;
  }
}
