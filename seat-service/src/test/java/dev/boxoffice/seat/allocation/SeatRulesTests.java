package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.SecondInstance;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The seat rules, as buyers meet them. */
class SeatRulesTests extends HoldTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Object> NO_ORPHANS = Map.of("allowOrphanSeats", false);

  private final Clock clock;
  private final ConfigurableEnvironment environment;

  SeatRulesTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      ConfigurableEnvironment environment) {
    super(client, shows, clock, jdbc, redis);
    this.clock = clock;
    this.environment = environment;
  }

  @Test
  void leavesNoSingleSeatAloneWhereTheShowForbidsIt() {
    OpenShow show = shows.open(1, NO_ORPHANS);

    Answer refusal = hold("asha", show, 1, 2).expect(409, "ORPHAN_SEAT");

    assertThat(seatIds(refusal)).containsExactlyElementsOf(show.seats(0));
    assertThat(seatIds(hold("asha", show, 1, 3, 8).expect(409, "ORPHAN_SEAT")))
        .containsExactlyElementsOf(show.seats(0, 2, 9));
    hold("asha", show, 0, 1, 2, 3, 4, 5).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void leavesThemWhereTheShowDoesNotMind() {
    OpenShow show = shows.open(1);

    hold("asha", show, 1, 3, 8).expect(201);
  }

  @Test
  void placesWithoutNeighboursStrandNobody() {
    OpenShow show = shows.await(shows.publish(TestShows.layout(1, 4, 4), NO_ORPHANS));

    hold("asha", show, 5).expect(201);
    hold("ben", show, 4, 6).expect(201);
  }

  @Test
  void whoCannotDoOtherwiseMayLeaveOneAlone() {
    OpenShow show = shows.open(1, NO_ORPHANS);
    hold("asha", show, 0, 1, 2, 3, 4, 5).expect(201);
    hold("ben", show, 6).expect(201);

    hold("chitra", show, 7, 8).expect(201);
    hold("dev", show, 9).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aPlaceInAnotherRowOfTheSectionIsDoingOtherwise() {
    OpenShow show = shows.open(2, NO_ORPHANS);
    hold("asha", show, 0, 1, 2, 3, 4, 5).expect(201);
    hold("ben", show, 6).expect(201);

    hold("chitra", show, 7, 8).expect(409, "ORPHAN_SEAT");
    hold("chitra", show, 10, 11).expect(201);
  }

  @Test
  void isToldBetweenTheLimitAndTheSeatsThatAreTaken() {
    OpenShow show = shows.open(2, NO_ORPHANS);
    hold("asha", show, 4, 5).expect(201);
    hold("ben", show, 10, 11, 12, 13, 14).expect(201);

    hold("ben", show, 5, 7).expect(409, "TICKET_LIMIT_REACHED");
    assertThat(seatIds(hold("chitra", show, 5, 7).expect(409, "ORPHAN_SEAT")))
        .containsExactlyElementsOf(show.seats(6));
    assertThat(seatIds(hold("chitra", show, 5, 6).expect(409, "SEATS_UNAVAILABLE")))
        .containsExactlyElementsOf(show.seats(5));
    flushRedis();
    hold("chitra", show, 5, 7).expect(409, "ORPHAN_SEAT");
    hold("chitra", show, 5, 6).expect(409, "SEATS_UNAVAILABLE");
    hold("chitra", show, 6, 7).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aSeatWhoseHoldHasRunOutIsCompany() {
    OpenShow show = shows.open(1, NO_ORPHANS);
    String holdId = hold("asha", show, 0, 1).expect(201).field("holdId");
    letExpire(holdId);

    hold("ben", show, 3, 4).expect(201);
    hold("chitra", show, 1).expect(409, "ORPHAN_SEAT");
  }

  @Test
  void twoAtOnceNeverLeaveTheSeatBetweenThemAlone() {
    OpenShow show = shows.await(shows.publish(TestShows.layout(40, 5, 0), NO_ORPHANS));
    try (SecondInstance second = new SecondInstance(environment)) {
      List<TestClient> doors = List.of(client, second.client());

      List<Answer> answers =
          Crowd.of(
              40,
              n -> {
                int first = n / 2 * 5 + n % 2 * 3;
                return doors
                    .get(n % 2)
                    .as("buyer-" + n)
                    .post(
                        "/v1/bookings/hold",
                        Map.of("showId", show.id(), "seatIds", show.seats(first, first + 1)));
              });

      for (int row = 0; row < 20; row++) {
        assertThat(List.of(answers.get(2 * row).code(), answers.get(2 * row + 1).code()))
            .containsExactlyInAnyOrder("", "ORPHAN_SEAT");
      }
    }
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void theBestAreNearestTheStageWhereverItIs() {
    ObjectNode layout = (ObjectNode) JSON.readTree(TestShows.layout(3, 10, 0));
    layout
        .putArray("shapes")
        .addPOJO(Map.of("kind", "rectangle", "x", 0, "y", 60, "width", 94.5, "height", 20));
    OpenShow show = shows.openLayout(layout.toString());

    assertThat(seats(best("asha", show, Map.of("quantity", 2)).expect(201)))
        .containsExactlyElementsOf(show.seats(24, 25));
    assertThat(seats(best("ben", show, Map.of("quantity", 4)).expect(201)))
        .containsExactlyElementsOf(show.seats(20, 21, 22, 23));
  }

  @Test
  void theBestOfASectionOrPriceAreOfIt() {
    OpenShow show = shows.openLayout(TestShows.layout(1, 4, 4));

    assertThat(seats(best("asha", show, Map.of("quantity", 2, "priceCategory", "B")).expect(201)))
        .containsExactlyElementsOf(show.seats(4, 5));
    best("ben", show, Map.of("quantity", 2, "priceCategory", "none"))
        .expect(409, "SEATS_UNAVAILABLE");
    best("ben", show, Map.of("quantity", 2, "sectionId", show.id()))
        .expect(409, "SEATS_UNAVAILABLE");
  }

  @Test
  void theBestStrandNobodyUntilThereIsNothingElse() {
    OpenShow show = shows.await(shows.publish(TestShows.layout(2, 5, 0), NO_ORPHANS));

    for (int n = 0; n < 4; n++) {
      best("buyer-" + n, show, Map.of("quantity", 2)).expect(201);
    }
    Answer none = best("late", show, Map.of("quantity", 2)).expect(409, "SEATS_UNAVAILABLE");
    best("late", show, Map.of("quantity", 1)).expect(201);
    best("later", show, Map.of("quantity", 1)).expect(201);

    assertThat(seatIds(none)).isEmpty();
    best("last", show, Map.of("quantity", 1)).expect(409, "SEATS_UNAVAILABLE");
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aCrowdThatWantsTheBestIsSeatedAndStrandsNobody() {
    OpenShow show = shows.await(shows.publish(TestShows.layout(20, 10, 0), NO_ORPHANS));

    List<Answer> answers = Crowd.of(40, n -> best("buyer-" + n, show, Map.of("quantity", 3)));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void whoNeedsAnAccessibleSeatGetsOneWithCompanyBesideIt() {
    OpenShow show = shows.openLayout(TestShows.layoutWithAccessibleEnd(8));

    assertThat(seats(best("asha", show, accessible(2)).expect(201)))
        .containsExactlyElementsOf(show.seats(0, 1));
    best("ben", show, accessible(1)).expect(409, "SEATS_UNAVAILABLE");

    OpenShow another = shows.openLayout(TestShows.layoutWithAccessibleEnd(8));
    assertThat(seats(best("asha", another, accessible(4)).expect(201)))
        .containsExactlyElementsOf(another.seats(0, 1, 2, 3));
    OpenShow third = shows.openLayout(TestShows.layoutWithAccessibleEnd(8));
    assertThat(seats(best("asha", third, accessible(1)).expect(201)))
        .containsExactlyElementsOf(third.seats(0));
  }

  @Test
  void accessibleSeatsAreKeptForThoseWhoNeedThemUntilTheyAreReleased() {
    OpenShow show = shows.openLayout(TestShows.layoutWithAccessibleEnd(6));

    assertThat(pair("asha", show)).containsExactlyElementsOf(show.seats(2, 3));
    assertThat(pair("ben", show)).containsExactlyElementsOf(show.seats(4, 5));
    best("chitra", show, Map.of("quantity", 2)).expect(409, "SEATS_UNAVAILABLE");
    hold("chitra", show, 0, 1).expect(201);
  }

  @Test
  void onTheDayOfTheShowTheyAreSeatsLikeAllOthers() {
    Map<String, Object> today = new HashMap<>();
    today.put("showTime", clock.instant().plus(Duration.ofHours(12)).toString());
    OpenShow show = shows.await(shows.publish(TestShows.layoutWithAccessibleEnd(6), today));

    assertThat(pair("asha", show)).containsExactlyElementsOf(show.seats(2, 3));
    assertThat(pair("ben", show)).containsExactlyElementsOf(show.seats(0, 1));
  }

  @Test
  void keptSeatsAreNeitherStrandedNorCompany() {
    OpenShow show = shows.await(shows.publish(TestShows.layoutWithAccessibleEnd(8), NO_ORPHANS));

    assertThat(seatIds(hold("asha", show, 3, 4).expect(409, "ORPHAN_SEAT")))
        .containsExactlyElementsOf(show.seats(2));
    hold("asha", show, 2, 3).expect(201);
    hold("ben", show, 1).expect(201);
  }

  private List<String> pair(String user, OpenShow show) {
    return seats(best(user, show, Map.of("quantity", 2)).expect(201));
  }

  private static Map<String, Object> accessible(int quantity) {
    return Map.of("quantity", quantity, "accessible", true);
  }

  private Answer best(String user, OpenShow show, Map<String, Object> wish) {
    return client
        .as(user)
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "bestAvailable", wish));
  }

  private static List<String> seats(Answer answer) {
    return answer.body().at("/seats").valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> seatIds(Answer answer) {
    return answer.body().at("/seatIds").valueStream().map(JsonNode::asString).toList();
  }
}
