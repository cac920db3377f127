package dev.boxoffice.event.seatingplan;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static dev.boxoffice.event.seatingplan.PlanMaker.plan;
import static dev.boxoffice.event.seatingplan.PlanMaker.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.seatingplan.PlanMaker.ZoneMaker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedPlanTests {
  private static final String SEAT = "plan.zones[0].rows[0].seats[0]";

  @Test
  void saysWhichSeatHasAnUnknownCategory() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 0, 0).row("A", 0, 0, 1, "Stalls");
    plan.zone("Balcony", 0, 500).row("A", 0, 0, 1, "Stalls").row("B", 0, 30, 1, "Loge");

    assertThat(Plans.rejected(plan.json()))
        .containsExactly(
            new FieldError(
                "plan.zones[1].rows[1].seats[0].category",
                "is \"Loge\", not one of the plan's categories"));
  }

  @Test
  void saysWhichAreaHasAnUnknownCategory() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 0, 0)
        .area(map("shape", "circle", "capacity", 10, "category", "Loge", "position", point(1, 1)));

    assertThat(Plans.rejected(plan.json()))
        .containsExactly(
            new FieldError(
                "plan.zones[0].areas[0].category",
                "is \"Loge\", not one of the plan's categories"));
  }

  @Test
  void wantsSeats() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 0, 0).row("A", 0, 0, 0, "Stalls");

    assertThat(Plans.rejected(plan.json()))
        .containsExactly(new FieldError("plan.zones", "have no seats"));
    assertThat(Plans.rejected(map()))
        .containsExactly(new FieldError("plan.zones", "have no seats"));
  }

  @Test
  void saysWhichTwoSeatsHaveOneUuid() {
    PlanMaker plan = plan("Stalls");
    ZoneMaker zone = plan.zone("Hall", 0, 0);
    Map<String, Object> first = zone.seat("A", "1", 0, 0, "Stalls");
    Map<String, Object> second = zone.seat("A", "2", 25, 0, "Stalls");
    second.put("uuid", String.valueOf(first.get("uuid")));
    zone.row("A", 0, 0, List.of(first, second));

    assertThat(Plans.rejected(plan.json()))
        .containsExactly(
            new FieldError(
                "plan.zones[0].rows[0].seats[1].uuid", "is the uuid of " + SEAT + " too"));
  }

  @Test
  void saysWhichTwoSeatsAreAtOneSpot() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 0, 0).row("A", 0, 0, 2, "Stalls").row("B", 25, 0, 1, "Stalls");

    assertThat(Plans.rejected(plan.json()))
        .containsExactly(
            new FieldError(
                "plan.zones[0].rows[1].seats[0].position",
                "is where plan.zones[0].rows[0].seats[1] is"));
  }

  @Test
  void refusesMoreSeatsThanItCanSell() {
    Map<String, Object> tooMany = PlanMaker.stadium(Layout.SEATS_MAX + 500);

    assertThat(Plans.rejected(tooMany))
        .containsExactly(
            new FieldError(
                "plan.zones[200].rows[0].seats[0]",
                "is one more than the 100000 seats that a plan may have"));
  }

  @Test
  void countsPlacesWithoutNumbersToo() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 0, 0)
        .row("A", 0, 0, 1, "Stalls")
        .area(map("shape", "circle", "capacity", 100_000, "category", "Stalls"));

    assertThat(Plans.rejected(plan.json()))
        .containsExactly(
            new FieldError("plan.zones", "have 100001 places together; a plan may have 100000"));
  }

  @Test
  void namesAtMostTwentyMistakes() {
    PlanMaker plan = plan("Stalls");
    plan.zone("Hall", 0, 0).row("A", 0, 0, 50, "Loge");

    assertThat(Plans.rejected(plan.json())).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seat_number | null | .seat_number | is missing",
        "seat_number | {}   | .seat_number | must be a text",
        "seat_number | `\"  \"` | .seat_number | is missing",
        "seat_number | `\"\\u0000\"` | .seat_number | has a character that cannot be stored",
        "seat_number | `\"\\ud83d\"` | .seat_number | has a character that cannot be stored",
        "uuid        | true | .uuid | must be a text",
        "category    | null | .category | is missing",
        "category    | []   | .category | must be a text",
        "position    | null | .position | is missing",
        "position    | 5    | .position | must be an object",
        "position    | {}   | .position.x | is missing",
        "position    | `{\"x\": 1}` | .position.y | is missing",
        "position    | `{\"x\": \"1\", \"y\": 1}` | .position.x | must be a number",
        "position    | `{\"x\": 1e999, \"y\": 1}` | .position.x | must be between -1000000 and 1000000",
        "position    | `{\"x\": 1, \"y\": -98765432109876543210}` | .position.y | must be between -1000000 and 1000000",
        "accessible  | 1    | .accessible | must be true or false",
      })
  void saysWhichValueOfASeatIsGarbage(String field, String value, String where, String message) {
    String seat =
        """
        {"seat_number": "1", "category": "C", "position": {"x": 1, "y": 1}, "%s": %s}
        """
            .formatted(field, value);

    assertThat(
            Plans.rejectedText(
                """
                {"categories": [{"name": "C"}], "zones": [{"rows": [{"seats": [%s]}]}]}
                """
                    .formatted(seat)))
        .containsExactly(new FieldError(SEAT + where, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5 | plan | must be an object",
        "`{\"zones\": {}}` | plan.zones | must be an array",
        "`{\"zones\": [null]}` | plan.zones[0] | must be an object",
        "`{\"zones\": [{\"rows\": \"A\"}]}` | plan.zones[0].rows | must be an array",
        "`{\"zones\": [{\"rows\": [7]}]}` | plan.zones[0].rows[0] | must be an object",
        "`{\"zones\": [{\"rows\": [{\"seats\": [null]}]}]}` | plan.zones[0].rows[0].seats[0] | must be an object",
        "`{\"zones\": [{\"areas\": [[]]}]}` | plan.zones[0].areas[0] | must be an object",
        "`{\"zones\": [{\"areas\": [{\"capacity\": -1}]}]}` | plan.zones[0].areas[0].capacity | must be a whole number of places",
        "`{\"zones\": [{\"areas\": [{\"capacity\": 1.5}]}]}` | plan.zones[0].areas[0].capacity | must be a whole number of places",
        "`{\"zones\": [{\"position\": []}]}` | plan.zones[0].position | must be an object",
        "`{\"size\": {\"width\": 0}}` | plan.size.width | must be more than 0",
        "`{\"size\": 5}` | plan.size | must be an object",
        "`{\"categories\": [{\"color\": \"red\"}]}` | plan.categories[0].name | is missing",
        "`{\"categories\": [7]}` | plan.categories[0] | must be an object",
      })
  void saysWhereThePlanIsGarbage(String plan, String field, String message) {
    assertThat(Plans.rejectedText(plan)).contains(new FieldError(field, message));
  }
}
