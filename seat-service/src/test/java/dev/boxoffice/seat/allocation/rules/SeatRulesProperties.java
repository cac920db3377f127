package dev.boxoffice.seat.allocation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of the seat rules in every house, against the rules said seat by seat. */
class SeatRulesProperties {
  private static final int ALL = 1_000;

  @Property
  void aSeatIsStrandedWhenItHadCompanyAndHasNoneLeft(
      @ForAll("halls") Hall hall, @ForAll Set<@IntRange(max = 40) Integer> chosen) {
    List<Integer> wanted = chosen.stream().filter(seat -> seat < hall.seats().size()).toList();

    assertThat(hall.picture().strandedBy(wanted))
        .isEqualTo(wanted.stream().anyMatch(hall::isReserved) ? List.of() : hall.stranded(wanted));
  }

  @Property
  void strandingIsAvoidableWhenAsManyFindAnotherPlaceInTheSection(
      @ForAll("halls") Hall hall, @ForAll @IntRange(min = 1, max = 5) int quantity) {
    Picture picture = hall.picture();
    for (List<Integer> place : hall.places(new Wish(quantity, null, null, false))) {
      Set<House.Section> sections = new HashSet<>();
      place.forEach(seat -> sections.add(hall.sectionOf(seat)));
      boolean others =
          hall.places(new Wish(quantity, null, null, false)).stream()
              .filter(other -> other.stream().allMatch(s -> sections.contains(hall.sectionOf(s))))
              .anyMatch(other -> hall.stranded(other).isEmpty());

      assertThat(picture.couldStrandNone(place))
          .as("%s of %s", place, hall)
          .isEqualTo(!hall.stranded(place).isEmpty() && others);
    }
  }

  @Property
  void eachPlaceIsTheNearestThatIsLeftAndStrandsNoneAsLongAsThereIsOne(
      @ForAll("halls") Hall hall, @ForAll("wishes") Wish wish) {
    List<List<Integer>> places = numbered(hall, hall.picture().best(wish, ALL));
    List<List<Integer>> whole = strandingNone(hall, wish);
    if (whole.isEmpty()) {
      boolean standing = !hall.picture().best(wish, ALL).isEmpty() && places.isEmpty();
      assertThat(places.isEmpty()).isEqualTo(standing || hall.places(wish).isEmpty());
      assertThat(places.stream().limit(1)).hasSameElementsAs(nearest(hall, places));
      return;
    }
    Hall left = hall;
    for (List<Integer> place : places) {
      assertThat(nearest(left, strandingNone(left, wish))).contains(place);
      left = left.without(place);
    }
    assertThat(strandingNone(left, wish)).isEmpty();
  }

  @Property
  void aPlaceIsFreeAndOfTheWishedKindAndNoSeatIsInTwo(
      @ForAll("halls") Hall hall,
      @ForAll("wishes") Wish wish,
      @ForAll boolean accessible,
      @ForAll @IntRange(min = 1, max = 12) int most) {
    Wish mine = new Wish(wish.quantity(), wish.sectionId(), wish.priceCategory(), accessible);

    List<Place> places = hall.picture().best(mine, most);

    assertThat(places).hasSizeLessThanOrEqualTo(most);
    assertThat(places.stream().flatMap(place -> place.seats().stream())).doesNotHaveDuplicates();
    List<List<Integer>> possible = hall.places(mine);
    assertThat(possible).containsAll(numbered(hall, places));
    assertThat(places)
        .allSatisfy(
            place -> {
              assertThat(place.seats()).hasSize(mine.quantity());
              assertThat(place.seats()).allMatch(hall.free()::get);
              assertThat(place.seats()).allMatch(seat -> mine.fits(hall.sectionOf(seat)));
              assertThat(place.seats()).allMatch(seat -> accessible || !hall.isKept(seat));
              assertThat(place.fromStage()).isEqualTo(hall.fromStage(place.seats()));
            });
  }

  @Property
  void whoNeedsAnAccessibleSeatSitsWithAsManyOfTheirsInSuchSeatsAsCanBe(
      @ForAll("halls") Hall hall, @ForAll @IntRange(min = 1, max = 4) int quantity) {
    Wish wish = new Wish(quantity, null, null, true);
    Comparator<List<Integer>> best =
        Comparator.<List<Integer>>comparingLong(
                place -> place.stream().filter(seat -> !hall.isReserved(seat)).count())
            .thenComparingLong(
                place -> place.stream().filter(s -> hall.seats().get(s).accessible()).count());

    Optional<Place> first = hall.picture().best(wish, 1).stream().findFirst();

    assertThat(first.isPresent()).isEqualTo(!hall.places(wish).isEmpty());
    first.ifPresent(
        place ->
            assertThat(hall.places(wish))
                .noneMatch(other -> best.compare(other, place.seats()) < 0));
  }

  @Property
  void whatIsOfferedIsNeverRefused(@ForAll("halls") Hall hall, @ForAll("wishes") Wish wish) {
    for (boolean accessible : List.of(false, true)) {
      Picture picture = hall.picture();
      Wish mine = new Wish(wish.quantity(), wish.sectionId(), wish.priceCategory(), accessible);
      assertThat(picture.best(mine, ALL).stream().limit(1))
          .noneMatch(
              place ->
                  !picture.strandedBy(place.seats()).isEmpty()
                      && picture.couldStrandNone(place.seats()));
    }
  }

  @Property
  void aWholeHouseIsSoldToTheLastSeat(
      @ForAll("halls") Hall hall, @ForAll @IntRange(min = 1, max = 4) int quantity) {
    Hall left = hall;
    for (int party = quantity; party >= 1; party--) {
      Wish wish = new Wish(party, null, null, false);
      List<Place> next = left.picture().best(wish, 1);
      while (!next.isEmpty()) {
        left = left.without(next.getFirst().seats());
        next = left.picture().best(wish, 1);
      }
      assertThat(left.places(wish)).as(left.toString()).isEmpty();
    }
    assertThat(left.free().stream().allMatch(left::isKept)).as(left.toString()).isTrue();
  }

  @Property
  void whatIsReadOfRowsIsEnoughToSeeWhoIsStranded(
      @ForAll("halls") Hall hall, @ForAll Set<@IntRange(max = 40) Integer> chosen) {
    List<Integer> wanted = chosen.stream().filter(seat -> seat < hall.seats().size()).toList();
    BitSet seen = new BitSet();
    hall.house().nearby(wanted).forEach(seen::set);
    wanted.forEach(seen::set);
    seen.and(hall.free());

    assertThat(new Picture(hall.house(), seen, hall.kept()).strandedBy(wanted))
        .isEqualTo(hall.picture().strandedBy(wanted));
  }

  @Property
  void whatIsReadForAWishIsEnoughToMeetIt(@ForAll("halls") Hall hall, @ForAll("wishes") Wish wish) {
    House house = hall.house();
    BitSet seen = new BitSet();
    house
        .seatsOf(house.withSameRows(house.sectionsFor(wish)))
        .ifPresent(range -> seen.set(range.first(), range.last() + 1));
    seen.and(hall.free());

    assertThat(new Picture(house, seen, hall.kept()).best(wish, ALL))
        .isEqualTo(hall.picture().best(wish, ALL));
  }

  @Provide
  Arbitrary<Hall> halls() {
    return Arbitraries.longs().map(Hall::random);
  }

  @Provide
  Arbitrary<Wish> wishes() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.of("Front", "Middle", "Rear", "Standing", "Nowhere")
                .map(Hall::id)
                .injectNull(0.6),
            Arbitraries.of("A", "B").injectNull(0.6))
        .as((quantity, section, category) -> new Wish(quantity, section, category, false));
  }

  private static List<List<Integer>> strandingNone(Hall hall, Wish wish) {
    return hall.places(wish).stream().filter(place -> hall.stranded(place).isEmpty()).toList();
  }

  /** The nearest of the places; of those equally near the one with the lowest seat. */
  private static List<List<Integer>> nearest(Hall hall, List<List<Integer>> places) {
    return places.stream()
        .min(
            Comparator.<List<Integer>>comparingLong(hall::fromStage)
                .thenComparing(
                    place -> place.stream().min(Comparator.naturalOrder()).orElseThrow()))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<List<Integer>> numbered(Hall hall, List<Place> places) {
    List<List<Integer>> numbered = new ArrayList<>();
    places.stream()
        .map(Place::seats)
        .filter(seats -> !hall.sectionOf(seats.getFirst()).generalAdmission())
        .forEach(numbered::add);
    return numbered;
  }
}
