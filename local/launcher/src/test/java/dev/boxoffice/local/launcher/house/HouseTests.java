package dev.boxoffice.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class HouseTests {

  private record Point(double x, double y) {}

  @ParameterizedTest
  @CsvSource({
    "STADIUM, 50000, 0",
    "CONCERT_HALL, 1580, 320",
    "GREAT_CONCERT_HALL, 2200, 0",
    "SMALL_CONCERT_HALL, 880, 0",
    "THEATRE, 606, 0",
    "CINEMA, 240, 0",
    "CHURCH, 400, 0",
    "SALON, 80, 0",
    "LAWN, 0, 5000",
  })
  void holdsExactlySoMany(House house, int seats, int standing) {
    JsonNode plan = house.plan("House");

    assertThat(seats(plan)).hasSize(seats);
    assertThat(areas(plan).mapToInt(area -> area.path("capacity").asInt(0)).sum())
        .isEqualTo(standing);
  }

  @ParameterizedTest
  @EnumSource(House.class)
  void putsNoTwoSeatsInOneSpotAndNoneOffTheMap(House house) {
    JsonNode plan = house.plan("House");
    double width = plan.path("size").path("width").asDouble();
    double height = plan.path("size").path("height").asDouble();
    Set<Point> taken = new HashSet<>();

    for (JsonNode seat : seats(plan)) {
      JsonNode at = seat.path("position");
      Point spot = new Point(at.path("x").asDouble(), at.path("y").asDouble());
      assertThat(taken.add(spot)).as("%s is free", spot).isTrue();
      assertThat(spot.x()).isBetween(10.0, width - 10);
      assertThat(spot.y()).isBetween(10.0, height - 10);
    }
  }

  @ParameterizedTest
  @EnumSource(House.class)
  void seatsNobodyOnAnothersLap(House house) {
    JsonNode plan = house.plan("House");
    double elbowRoom = house == House.STADIUM ? 9 : 20;
    Map<Point, List<Point>> cells =
        seats(plan).stream()
            .map(seat -> seat.path("position"))
            .map(at -> new Point(at.path("x").asDouble(), at.path("y").asDouble()))
            .collect(
                Collectors.groupingBy(
                    p -> new Point(Math.floor(p.x() / elbowRoom), Math.floor(p.y() / elbowRoom))));

    cells.forEach(
        (cell, seats) -> {
          List<Point> around =
              Stream.of(-1, 0, 1)
                  .flatMap(
                      dx -> Stream.of(-1, 0, 1).map(dy -> new Point(cell.x() + dx, cell.y() + dy)))
                  .flatMap(c -> cells.getOrDefault(c, List.of()).stream())
                  .toList();
          for (Point seat : seats) {
            assertThat(around)
                .filteredOn(other -> !other.equals(seat))
                .allMatch(
                    other -> Math.hypot(other.x() - seat.x(), other.y() - seat.y()) >= elbowRoom);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(House.class)
  void sellsEveryCategoryAndNoOther(House house) {
    JsonNode plan = house.plan("House");
    Set<String> sold =
        Stream.concat(
                seats(plan).stream().map(seat -> seat.path("category").asString()),
                areas(plan)
                    .filter(area -> area.has("capacity"))
                    .map(area -> area.path("category").asString()))
            .collect(Collectors.toSet());

    assertThat(plan.path("categories").valueStream().map(c -> c.path("name").asString()))
        .containsExactlyInAnyOrderElementsOf(sold);
  }

  @ParameterizedTest
  @EnumSource(
      value = House.class,
      names = {"LAWN"},
      mode = EnumSource.Mode.EXCLUDE)
  void hasRoomForAWheelchairAndItsCompany(House house) {
    List<JsonNode> seats = seats(house.plan("House"));

    assertThat(seats).filteredOn(seat -> seat.path("accessible").asBoolean(false)).isNotEmpty();
    assertThat(seats.stream().filter(seat -> seat.path("companion").asBoolean(false)).count())
        .isEqualTo(seats.stream().filter(seat -> seat.path("accessible").asBoolean(false)).count());
  }

  @Test
  void saysWhereTheViewIsRestricted() {
    assertThat(
            Stream.of(House.THEATRE, House.STADIUM)
                .map(house -> seats(house.plan("House")))
                .map(seats -> seats.stream().filter(s -> s.has("restricted_view")).count()))
        .containsExactly(20L, 40L);
  }

  @Test
  void givesTheStadiumTwoTiersOfManySectionsAroundAPitch() {
    JsonNode plan = House.STADIUM.plan("House");
    double middleX = plan.path("size").path("width").asDouble() / 2;
    double middleY = plan.path("size").path("height").asDouble() / 2;
    List<JsonNode> seats = seats(plan);

    assertThat(plan.path("zones").valueStream().map(zone -> zone.path("name").asString()))
        .hasSize(73)
        .contains("Ground", "Lower 101", "Lower 132", "Upper 201", "Upper 240");
    // Nobody sits on the pitch.
    assertThat(seats)
        .noneMatch(
            seat ->
                Math.abs(seat.path("position").path("x").asDouble() - middleX) < 1_050
                    && Math.abs(seat.path("position").path("y").asDouble() - middleY) < 680);
    assertThat(seats.stream().filter(s -> s.path("position").path("x").asDouble() < middleX))
        .hasSizeBetween(24_500, 25_500);
    assertThat(seats.stream().filter(s -> s.path("position").path("y").asDouble() < middleY))
        .hasSizeBetween(24_500, 25_500);
  }

  private static List<JsonNode> seats(JsonNode plan) {
    return plan.path("zones")
        .valueStream()
        .flatMap(zone -> zone.path("rows").valueStream())
        .flatMap(row -> row.path("seats").valueStream())
        .toList();
  }

  private static Stream<JsonNode> areas(JsonNode plan) {
    return plan.path("zones").valueStream().flatMap(zone -> zone.path("areas").valueStream());
  }
}
