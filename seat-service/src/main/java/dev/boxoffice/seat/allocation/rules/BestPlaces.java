package dev.boxoffice.seat.allocation.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for places side by side, the nearest to the stage first. The best is taken out of its row
 * before the next is looked for: no seat is in two places, and none strands a seat that those
 * before it left in company.
 *
 * <p>Numbered seats come before general admission, whose places have no neighbours: any of one area
 * will do. Only when there is nothing else, a place may strand a seat.
 *
 * <p>Where somebody needs an accessible seat, as many as possible of the party sit in such seats
 * and in companions', and no more in accessible ones than that takes.
 */
final class BestPlaces {
  /** Larger than any party, so that a rank's first figure is never outweighed by its second. */
  private static final int PARTY_MAX = 1_000;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::rank)
          .thenComparingLong(Candidate::fromStage)
          .thenComparingInt(Candidate::lowestSeat);

  private final Picture picture;
  private final House house;
  private final int quantity;
  private final BitSet sections;
  private final boolean accessible;

  /**
   * @param sections where to look, by their indexes
   * @param accessible whether one of the party needs an accessible seat
   */
  BestPlaces(Picture picture, int quantity, BitSet sections, boolean accessible) {
    this.picture = picture;
    this.house = picture.house();
    this.quantity = quantity;
    this.sections = sections;
    this.accessible = accessible;
  }

  List<Place> find(int most) {
    List<Place> places = numbered(most, !accessible);
    places.addAll(standing(most - places.size()));
    return places.isEmpty() ? numbered(most, false) : places;
  }

  /** Whether there is a place of numbered seats that strands none. */
  boolean existsWithoutStranding() {
    return !numbered(1, true).isEmpty();
  }

  /**
   * A place in a row.
   *
   * @param row the free seats it is among, from left to right
   * @param start where in the row it begins
   * @param rank the smaller the better, however far from the stage
   */
  private record Candidate(
      List<Integer> row, int start, int rank, long fromStage, int lowestSeat) {}

  private List<Place> numbered(int most, boolean strandsNone) {
    Picture left = picture.without(List.of());
    PriorityQueue<Candidate> candidates = new PriorityQueue<>(BEST_FIRST);
    rows().forEach(row -> offer(candidates, bestOf(row, left, strandsNone)));
    List<Place> places = new ArrayList<>();
    while (places.size() < most && !candidates.isEmpty()) {
      Candidate best = candidates.remove();
      Candidate now = bestOf(best.row(), left, strandsNone);
      if (now == null || BEST_FIRST.compare(now, best) != 0) {
        // Seats taken beside this row since have changed what is best in it.
        offer(candidates, now);
        continue;
      }
      List<Integer> row = best.row();
      int end = best.start() + quantity;
      Place place = new Place(row.subList(best.start(), end), best.fromStage());
      places.add(place);
      left.take(place.seats());
      offer(candidates, bestOf(row.subList(0, best.start()), left, strandsNone));
      offer(candidates, bestOf(row.subList(end, row.size()), left, strandsNone));
    }
    return places;
  }

  private static void offer(PriorityQueue<Candidate> candidates, @Nullable Candidate candidate) {
    if (candidate != null) {
      candidates.add(candidate);
    }
  }

  /** The free seats that this party may have, side by side as far as that goes. */
  private List<List<Integer>> rows() {
    List<List<Integer>> rows = new ArrayList<>();
    BitSet mine = new BitSet();
    picture.freeSeats().filter(this::isNumbered).filter(this::suits).forEach(mine::set);
    mine.stream()
        .filter(seat -> house.left(seat) == House.NOBODY || !mine.get(house.left(seat)))
        .forEach(
            first ->
                rows.add(
                    IntStream.iterate(
                            first, seat -> seat != House.NOBODY && mine.get(seat), house::right)
                        .boxed()
                        .toList()));
    return rows;
  }

  private boolean isNumbered(int seat) {
    return !house.section(house.sectionOf(seat)).generalAdmission();
  }

  private boolean suits(int seat) {
    return sections.get(house.sectionOf(seat)) && (accessible || !picture.isKept(seat));
  }

  private @Nullable Candidate bestOf(List<Integer> row, Picture left, boolean strandsNone) {
    Candidate best = null;
    for (int start = 0; start + quantity <= row.size(); start++) {
      Candidate candidate = candidate(row, start, left, strandsNone);
      if (candidate != null && (best == null || BEST_FIRST.compare(candidate, best) < 0)) {
        best = candidate;
      }
    }
    return best;
  }

  private @Nullable Candidate candidate(
      List<Integer> row, int start, Picture left, boolean strandsNone) {
    int last = row.get(start + quantity - 1);
    boolean strands = left.strandsBeside(row.get(start), last);
    int accessibleSeats = 0;
    int ordinarySeats = 0;
    long fromStage = 0;
    for (int i = start; i < start + quantity; i++) {
      accessibleSeats += house.isAccessible(row.get(i)) ? 1 : 0;
      ordinarySeats += house.isReserved(row.get(i)) ? 0 : 1;
      fromStage += house.fromStage(row.get(i));
    }
    if ((strands && strandsNone) || (accessible && accessibleSeats == 0)) {
      return null;
    }
    int rank =
        accessible ? (ordinarySeats * PARTY_MAX + accessibleSeats) * 2 + (strands ? 1 : 0) : 0;
    return new Candidate(row, start, rank, fromStage, Math.min(row.get(start), last));
  }

  private List<Place> standing(int most) {
    List<Place> places = new ArrayList<>();
    for (int section : sections.stream().toArray()) {
      House.Section area = house.section(section);
      if (area.generalAdmission()) {
        int[] free =
            IntStream.range(area.firstSeat(), area.firstSeat() + area.seatCount())
                .filter(picture::isFree)
                .filter(seat -> accessible ? house.isAccessible(seat) : !picture.isKept(seat))
                .toArray();
        for (int i = 0; i + quantity <= free.length && i / quantity < most; i += quantity) {
          int[] seats = Arrays.copyOfRange(free, i, i + quantity);
          places.add(
              new Place(
                  Arrays.stream(seats).boxed().toList(),
                  Arrays.stream(seats).mapToLong(house::fromStage).sum()));
        }
      }
    }
    // Sorting keeps the order of what is equally far.
    return places.stream()
        .sorted(Comparator.comparingLong(Place::fromStage))
        .limit(Math.max(0, most))
        .toList();
  }
}
