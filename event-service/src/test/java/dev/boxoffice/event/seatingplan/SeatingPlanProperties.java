package dev.boxoffice.event.seatingplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.seatingplan.Layout.Seat;
import dev.boxoffice.event.seatingplan.PlanMaker.ZoneMaker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plan, however its labels and numbers repeat. */
class SeatingPlanProperties {
  record DrawnSeat(String number, String category, boolean aisleBefore) {}

  record DrawnRow(String label, List<DrawnSeat> seats) {}

  private record Place(int section, String block, String row, String number) {}

  @Property(tries = 300)
  void namesEverySeatOnce(@ForAll("zones") List<List<DrawnRow>> zones) {
    Layout layout = Plans.accepted(draw(zones));

    Set<Place> places = new HashSet<>();
    for (Seat seat : layout.seats()) {
      assertThat(
              places.add(
                  new Place(
                      seat.section(),
                      String.valueOf(seat.block()),
                      String.valueOf(seat.row()),
                      seat.number())))
          .as("%s", seat)
          .isTrue();
    }
    assertThat(places)
        .hasSize(zones.stream().flatMap(List::stream).mapToInt(r -> r.seats().size()).sum());
  }

  @Property(tries = 300)
  void neighboursAgreeAboutEachOther(@ForAll("zones") List<List<DrawnRow>> zones) {
    List<Seat> seats = Plans.accepted(draw(zones)).seats();

    for (int i = 0; i < seats.size(); i++) {
      Seat seat = seats.get(i);
      if (seat.left() != Layout.NOBODY) {
        assertThat(seats.get(seat.left()).right()).isEqualTo(i);
        assertThat(seats.get(seat.left()).row()).isEqualTo(seat.row());
        assertThat(seats.get(seat.left()).block()).isEqualTo(seat.block());
      }
      if (seat.right() != Layout.NOBODY) {
        assertThat(seats.get(seat.right()).left()).isEqualTo(i);
      }
    }
  }

  @Property(tries = 100)
  void groupsSeatsBySectionAndNamesEqualPlansAlike(@ForAll("zones") List<List<DrawnRow>> zones) {
    LayoutFile one = LayoutFile.of(Plans.accepted(draw(zones)));
    LayoutFile other = LayoutFile.of(Plans.accepted(draw(zones)));

    assertThat(one.layout().seats())
        .isSortedAccordingTo(java.util.Comparator.comparingInt(Seat::section));
    assertThat(one.hash()).isEqualTo(other.hash());
    assertThat(LayoutFile.read(one.gzip())).isEqualTo(one.layout()).isEqualTo(other.layout());
    assertThat(one.layout().sections())
        .extracting(Layout.Section::sectionId)
        .doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void answersAnyGarbage(@ForAll("garbage") String json, @ForAll @IntRange(max = 4) int depth) {
    String plan =
        switch (depth) {
          case 0 -> json;
          case 1 -> "{\"zones\": %s, \"categories\": %s}".formatted(json, json);
          case 2 -> "{\"zones\": [{\"rows\": %s, \"areas\": %s}]}".formatted(json, json);
          case 3 -> "{\"zones\": [{\"rows\": [{\"seats\": [%s]}]}]}".formatted(json);
          default ->
              "{\"zones\": [{\"areas\": [{\"capacity\": %s, \"polygon\": %s}]}]}"
                  .formatted(json, json);
        };

    assertThat(Plans.rejectedText(plan)).isNotEmpty();
  }

  @Provide
  Arbitrary<String> garbage() {
    Arbitrary<String> scalars =
        Arbitraries.of(
            "null", "true", "0", "-1", "1e400", "0.1", "\"\"", "\"A\"", "[]", "{}", "[[]]");
    Arbitrary<String> names =
        Arbitraries.of(
            "seats", "position", "x", "uuid", "category", "rows", "text", "points", "radius");
    return Arbitraries.lazyOf(
        () -> scalars,
        () -> scalars.list().ofMaxSize(3).map(l -> "[" + String.join(",", l) + "]"),
        () ->
            Combinators.combine(names, garbage())
                .as((name, value) -> "{\"" + name + "\": " + value + "}"));
  }

  @Provide
  Arbitrary<List<List<DrawnRow>>> zones() {
    Arbitrary<DrawnSeat> seat =
        Combinators.combine(
                Arbitraries.of("1", "2", "3", "4", "5", "1a"),
                Arbitraries.of("Gold", "Silver"),
                Arbitraries.of(true, false, false, false))
            .as(DrawnSeat::new);
    Arbitrary<DrawnRow> row =
        Combinators.combine(
                Arbitraries.of("A", "B", "C", "AA", "1", "2", "10", "", "Row 1"),
                seat.list().ofMinSize(1).ofMaxSize(7))
            .as(DrawnRow::new);
    return row.list().ofMinSize(1).ofMaxSize(8).list().ofMinSize(1).ofMaxSize(3);
  }

  private static Map<String, Object> draw(List<List<DrawnRow>> zones) {
    PlanMaker plan = PlanMaker.plan("Gold", "Silver");
    for (int z = 0; z < zones.size(); z++) {
      ZoneMaker zone = plan.zone("Zone", 0, z * 1_000);
      double y = 0;
      for (DrawnRow row : zones.get(z)) {
        List<Map<String, Object>> seats = new ArrayList<>();
        double x = 0;
        for (DrawnSeat seat : row.seats()) {
          x += seat.aisleBefore() ? 100 : PlanMaker.SEAT_SPACING;
          seats.add(zone.seat(row.label(), seat.number(), x, 0, seat.category()));
        }
        zone.row(row.label(), 0, y, seats);
        y += PlanMaker.ROW_SPACING;
      }
    }
    return plan.json();
  }
}
