package dev.boxoffice.seat.allocation.rules;

import static dev.boxoffice.seat.allocation.rules.House.NOBODY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A house at one moment: which of its places are free.
 *
 * <p>As long as accessible seats and those of companions are kept, they and the others are
 * strangers to each other: a kept seat keeps nobody company, and is not stranded itself.
 */
public final class Picture {
  private final House house;
  private final BitSet free;
  private final boolean kept;

  /**
   * @param free by index; what is not known to be free is not
   * @param kept whether accessible seats and companions' are kept for those who need them
   */
  public Picture(House house, BitSet free, boolean kept) {
    this.house = house;
    this.free = (BitSet) free.clone();
    this.kept = kept;
  }

  /**
   * The single seats that would be left alone if these were taken: free ones without a free
   * neighbour, that have one now. Nobody who takes an accessible seat or a companion's is asked to
   * move along, so they strand none.
   */
  public List<Integer> strandedBy(Collection<Integer> wanted) {
    if (wanted.stream().anyMatch(house::isReserved)) {
      return List.of();
    }
    List<Integer> taken = wanted.stream().filter(this::isFree).toList();
    return without(taken).alone(taken);
  }

  /**
   * Whether those who want these seats could do without stranding any: whether as many as sit side
   * by side, and strand somebody, would find another place side by side in the same section.
   */
  public boolean couldStrandNone(Collection<Integer> wanted) {
    List<Integer> taken = wanted.stream().filter(this::isFree).toList();
    Picture after = without(taken);
    return parties(taken).stream()
        .filter(party -> !after.alone(party).isEmpty())
        .anyMatch(party -> without(others(taken, party)).strandsNoneElsewhere(party));
  }

  /** The best places for a party, best first, in which no seat is twice. */
  public List<Place> best(Wish wish, int most) {
    return new BestPlaces(this, wish.quantity(), house.sectionsFor(wish), wish.accessible())
        .find(most);
  }

  House house() {
    return house;
  }

  boolean isFree(int seat) {
    return seat != NOBODY && free.get(seat);
  }

  /** Whether the seat is kept from those who do not need it. */
  boolean isKept(int seat) {
    return kept && house.isReserved(seat);
  }

  /** Whether a free neighbour could be sold together with this seat. */
  boolean isCompany(int seat, int neighbour) {
    return isFree(neighbour) && isKept(seat) == isKept(neighbour);
  }

  /** Whether taking a run of seats, by its ends, leaves a single seat alone on either side. */
  boolean strandsBeside(int first, int last) {
    int before = house.left(first);
    int behind = house.right(last);
    return (isCompany(first, before) && !isKept(before) && !isCompany(before, house.left(before)))
        || (isCompany(last, behind) && !isKept(behind) && !isCompany(behind, house.right(behind)));
  }

  Picture without(Collection<Integer> seats) {
    Picture rest = new Picture(house, free, kept);
    rest.take(seats);
    return rest;
  }

  /** Takes seats out of this picture. */
  void take(Collection<Integer> seats) {
    seats.forEach(free::clear);
  }

  /** The free places, in order. */
  IntStream freeSeats() {
    return free.stream();
  }

  /** The free seats beside those just taken that have no company left. */
  private List<Integer> alone(List<Integer> taken) {
    return taken.stream()
        .flatMap(
            seat ->
                Stream.of(house.left(seat), house.right(seat))
                    .filter(beside -> isCompany(seat, beside) && !isKept(beside)))
        .filter(seat -> !isCompany(seat, house.left(seat)) && !isCompany(seat, house.right(seat)))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean strandsNoneElsewhere(List<Integer> party) {
    return new BestPlaces(this, party.size(), house.sectionsOf(party), false)
        .existsWithoutStranding();
  }

  /** Those of the seats that are side by side. */
  private List<List<Integer>> parties(List<Integer> taken) {
    Set<Integer> all = new HashSet<>(taken);
    List<List<Integer>> parties = new ArrayList<>();
    for (int seat : taken) {
      if (!all.contains(house.left(seat))) {
        List<Integer> party = new ArrayList<>();
        for (int next = seat; all.contains(next); next = house.right(next)) {
          party.add(next);
        }
        parties.add(party);
      }
    }
    return parties;
  }

  private static List<Integer> others(List<Integer> all, List<Integer> some) {
    Set<Integer> excluded = new HashSet<>(some);
    return all.stream().filter(seat -> !excluded.contains(seat)).toList();
  }
}
