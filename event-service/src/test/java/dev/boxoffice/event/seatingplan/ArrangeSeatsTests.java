package dev.boxoffice.event.seatingplan;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static dev.boxoffice.event.seatingplan.PlanMaker.plan;
import static dev.boxoffice.event.seatingplan.PlanMaker.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.boxoffice.event.seatingplan.Layout.Seat;
import dev.boxoffice.event.seatingplan.Layout.Section;
import dev.boxoffice.event.seatingplan.Layout.Shape;
import dev.boxoffice.event.seatingplan.PlanMaker.ZoneMaker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrangeSeatsTests {
  @Test
  void placesSeatsByZoneRowAndSeat() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 100, 200).row("A", 10, 20, 2, "Stalls");

    assertThat(Plans.accepted(plan.json()).seats())
        .containsExactly(
            new Seat(0, "A", "1", 110, 220, "1", -1, 1, false, false, false),
            new Seat(0, "A", "2", 135, 220, "1", 0, -1, false, false, false));
  }

  @Test
  void makesASectionOfEveryZoneAndCategory() {
    PlanMaker plan = plan("Gold", "Silver", "Never used");
    plan.zone("Floor", 0, 0)
        .row("A", 0, 0, 3, "Silver")
        .row("B", 0, 30, 3, "Gold")
        .row("C", 0, 60, 3, "Silver");
    plan.zone("Balcony", 0, 500).row("A", 0, 0, 2, "Gold");

    Layout layout = Plans.accepted(plan.json());

    assertThat(layout.sections())
        .extracting(Section::name, Section::zone, Section::priceCategory)
        .containsExactly(
            tuple("Floor, Silver", "Floor", "Silver"),
            tuple("Floor, Gold", "Floor", "Gold"),
            tuple("Balcony, Gold", "Balcony", "Gold"));
    assertThat(layout.seats())
        .extracting(Seat::section)
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2);
    assertThat(layout.seats())
        .extracting(Seat::row)
        .containsExactly("A", "A", "A", "C", "C", "C", "B", "B", "B", "A", "A");
  }

  @Test
  void startsABlockWhereLabelsNoLongerRiseOrFallByOne() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    double y = 0;
    for (String label : List.of("A", "B", "C", "A", "B", "L", "K", "J", "K", "7")) {
      zone.row(label, 0, y += 30, 1, "Stalls");
    }

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::block)
        .containsExactly("1", "1", "1", "2", "2", "3", "3", "3", "4", "5");
  }

  @Test
  void keepsNumbersUniqueInEveryRowOfABlock() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    zone.row("A", 0, 0, 2, "Stalls");
    zone.row("A", 300, 0, 2, "Stalls");
    zone.row(
        "B",
        0,
        30,
        List.of(
            zone.seat("B", "1", 0, 0, "Stalls"),
            zone.seat("B", "2", 25, 0, "Stalls"),
            zone.seat("B", "1", 300, 0, "Stalls")));

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::block, Seat::row, Seat::number)
        .containsExactly(
            tuple("1", "A", "1"),
            tuple("1", "A", "2"),
            tuple("2", "A", "1"),
            tuple("2", "A", "2"),
            tuple("2", "B", "1"),
            tuple("2", "B", "2"),
            tuple("3", "B", "1"));
  }

  @Test
  void seatsPeopleByPositionNotByNumber() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    // Odd numbers to the left of the middle, even ones to the right, listed by number.
    zone.row(
        "A",
        0,
        0,
        List.of(
            zone.seat("A", "1", -12.5, 0, "Stalls"),
            zone.seat("A", "2", 12.5, 0, "Stalls"),
            zone.seat("A", "3", -37.5, 0, "Stalls"),
            zone.seat("A", "4", 37.5, 0, "Stalls")));

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::number, Seat::left, Seat::right)
        .containsExactly(tuple("1", 2, 1), tuple("2", 0, 3), tuple("3", -1, 0), tuple("4", 1, -1));
  }

  @Test
  void partsSeatsAtAnAisle() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    zone.row("A", 0, 0, 3, "Stalls");
    zone.row(
        "B",
        0,
        30,
        List.of(
            zone.seat("B", "1", 0, 0, "Stalls"),
            zone.seat("B", "2", 25, 0, "Stalls"),
            zone.seat("B", "3", 75, 0, "Stalls"),
            zone.seat("B", "4", 100, 0, "Stalls")));
    // Lonely boxes, three spacings apart: nobody sits beside anybody.
    zone.row(
        "C",
        0,
        60,
        List.of(zone.seat("C", "1", 0, 0, "Stalls"), zone.seat("C", "2", 75, 0, "Stalls")));

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::left, Seat::right)
        .containsExactly(
            tuple(-1, 1),
            tuple(0, 2),
            tuple(1, -1),
            tuple(-1, 4),
            tuple(3, -1),
            tuple(-1, 6),
            tuple(5, -1),
            tuple(-1, -1),
            tuple(-1, -1));
  }

  @Test
  void followsABentRow() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 500, 500);
    // Three quarters of a circle: seen from any side, both ends overlap.
    List<Map<String, Object>> seats =
        java.util.stream.IntStream.range(0, 28)
            .mapToObj(
                i ->
                    zone.seat(
                        "A",
                        Integer.toString(i + 1),
                        -200 * Math.cos(i / 6.0),
                        200 * Math.sin(i / 6.0),
                        "Stalls"))
            .toList();
    zone.row("A", 0, 0, seats);

    List<Seat> row = Plans.accepted(plan.json()).seats();

    for (int i = 0; i < row.size(); i++) {
      assertThat(row.get(i).left()).isEqualTo(i - 1);
      assertThat(row.get(i).right()).isEqualTo(i + 1 == row.size() ? -1 : i + 1);
    }
  }

  @Test
  void keepsNeighboursOfOneRowAcrossCategories() {
    PlanMaker plan = plan("Gold", "Silver");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    zone.row(
        "A",
        0,
        0,
        List.of(
            zone.seat("A", "1", 0, 0, "Silver"),
            zone.seat("A", "2", 25, 0, "Gold"),
            zone.seat("A", "3", 50, 0, "Silver")));

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::section, Seat::block, Seat::number, Seat::left, Seat::right)
        .containsExactly(
            tuple(0, "1", "1", -1, 2), tuple(0, "1", "3", 2, -1), tuple(1, "1", "2", 0, 1));
  }

  @Test
  void joinsTheTwoHalvesOfARow() {
    PlanMaker plan = plan("Gold", "Silver");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    zone.row("A", 0, 0, List.of(zone.seat("A", "1", 0, 0, "Gold")));
    zone.row("A", 25, 0, List.of(zone.seat("A", "2", 0, 0, "Silver")));
    zone.row("B", 0, 30, 2, "Gold");

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::row, Seat::number, Seat::block, Seat::left, Seat::right)
        .containsExactly(
            tuple("A", "1", "1", -1, 3),
            tuple("B", "1", "1", -1, 2),
            tuple("B", "2", "1", 1, -1),
            tuple("A", "2", "1", 0, -1));
  }

  @Test
  void sellsAnAreaWithCapacityAndCategoryWithoutNumbers() {
    PlanMaker plan = plan("Floor", "Standing");
    plan.zone("Hall", 100, 100)
        .area(
            map(
                "shape",
                "rectangle",
                "position",
                point(0, 0),
                "rectangle",
                map("width", 200, "height", 100),
                "text",
                map("position", point(100, 50), "text", "Pit", "color", "red"),
                "capacity",
                3,
                "category",
                "Standing"))
        .row("A", 0, 200, 1, "Floor");

    Layout layout = Plans.accepted(plan.json());

    assertThat(layout.sections())
        .extracting(Section::name, Section::priceCategory, Section::generalAdmission)
        .containsExactly(tuple("Hall, Floor", "Floor", false), tuple("Pit", "Standing", true));
    assertThat(layout.seats())
        .containsExactly(
            new Seat(0, "A", "1", 100, 300, "1", -1, -1, false, false, false),
            new Seat(1, null, "1", 200, 150, null, -1, -1, false, false, false),
            new Seat(1, null, "2", 200, 150, null, -1, -1, false, false, false),
            new Seat(1, null, "3", 200, 150, null, -1, -1, false, false, false));
    assertThat(layout.shapes())
        .containsExactly(
            new Shape("rectangle", 100, 100, 200.0, 100.0, null, null, null, null, null, null),
            new Shape("text", 200, 150, null, null, null, null, null, "red", null, "Pit"));
  }

  @Test
  void drawsWhatIsNotSold() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 10, 10)
        .row("A", 0, 0, 1, "Stalls")
        .area(
            map(
                "shape",
                "circle",
                "position",
                point(5, 5),
                "circle",
                map("radius", 7),
                "rectangle",
                null,
                "color",
                "#abc",
                "border_color",
                "url(javascript:alert(1))",
                "capacity",
                40))
        .area(
            map(
                "shape",
                "ellipse",
                "position",
                point(0, 0),
                "rotation",
                45,
                "ellipse",
                map("radius", point(3, 4))))
        .area(
            map(
                "shape",
                "polygon",
                "position",
                point(0, 0),
                "polygon",
                map("points", List.of(point(0, 0), point(9, 0), point(9, 9)))))
        .area(map("shape", "hologram", "position", point(0, 0)));

    assertThat(Plans.accepted(plan.json()).shapes())
        .containsExactly(
            new Shape("circle", 15, 15, null, null, 7.0, null, null, "#abc", null, null),
            new Shape("ellipse", 10, 10, 6.0, 8.0, null, 45.0, null, null, null, null),
            new Shape(
                "polygon",
                10,
                10,
                null,
                null,
                null,
                null,
                List.of(new Layout.Point(0, 0), new Layout.Point(9, 0), new Layout.Point(9, 9)),
                null,
                null,
                null));
  }

  @Test
  void keepsWhatIsSpecialAboutASeat() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    Map<String, Object> wheelchair = zone.seat("A", "1", 0, 0, "Stalls");
    wheelchair.put("accessible", true);
    Map<String, Object> companion = zone.seat("A", "2", 25, 0, "Stalls");
    companion.put("companion", true);
    Map<String, Object> pillar = zone.seat("A", "3", 50, 0, "Stalls");
    pillar.put("restricted_view", true);
    zone.row("A", 0, 0, List.of(wheelchair, companion, pillar));

    assertThat(Plans.accepted(plan.json()).seats())
        .extracting(Seat::accessible, Seat::companion, Seat::restrictedView)
        .containsExactly(
            tuple(true, false, false), tuple(false, true, false), tuple(false, false, true));
  }

  @Test
  void readsNumbersAsTextAndIgnoresUnknownFields() {
    Layout layout =
        switch (Plans.arrangeText(
            """
            {"name": null, "vendor": {"deep": [1, {"x": null}]},
             "categories": [{"name": "C", "icon": []}],
             "zones": [{"colour": "x", "rows": [{"row_number": 7, "seats": [
               {"seat_number": 12, "category": "C", "position": {"x": 1, "y": 2, "z": 3},
                "radius": 10}]}]}]}
            """)) {
          case PlanOutcome.Accepted(Layout accepted) -> accepted;
          case PlanOutcome.Rejected rejected -> throw new AssertionError(rejected);
        };

    assertThat(layout.seats())
        .containsExactly(new Seat(0, "7", "12", 1, 2, "1", -1, -1, false, false, false));
    assertThat(layout.width()).isEqualTo(51);
    assertThat(layout.height()).isEqualTo(52);
  }

  @Test
  void arrangesTheLargestPlan() {
    Layout layout = Plans.accepted(PlanMaker.stadium(Layout.SEATS_MAX));

    assertThat(layout.seats()).hasSize(100_000);
    assertThat(layout.sections()).hasSize(200);
    assertThat(layout.seats().stream().filter(seat -> seat.left() >= 0)).hasSize(95_000);
  }
}
