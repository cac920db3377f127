package dev.boxoffice.seat.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Prices move by themselves, for everybody at once, and never under a hold. */
class RepriceShowsTests implements SeatTest {
  private static final ShowViews.Views CROWDED = new ShowViews.Views(500, 100);
  private static final ShowViews.Views LONELY = new ShowViews.Views(10, 100);

  /** Three quarters of a day under 30 days, so that the time factor is 1.0. */
  private static final Duration UNTIL_SHOW = Duration.ofHours(29 * 24 + 6);

  private final TestClient client;
  private final TestShows shows;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final RepriceShow repriceShow;
  private final PriceLedger prices;

  RepriceShowsTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      RepriceShow repriceShow,
      PriceLedger prices) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
    this.clock = clock;
    this.jdbc = jdbc;
    this.repriceShow = repriceShow;
    this.prices = prices;
  }

  @Test
  void repricesByItselfAndTellsEverybody() {
    try (TopicReader topic = TopicReader.of("seat.show")) {
      OpenShow show = openDynamic();

      await().untilAsserted(() -> assertThat(price(show)).isEqualTo(120_000));

      var _ =
          topic.await(
              "seat.show.counts",
              e -> e.key().equals(show.id()) && e.data().at("/priceFrom").asLong() == 40_000);
      assertThat(changes(show))
          .contains(
              Map.of(
                  "from",
                  150_000L,
                  "to",
                  120_000L,
                  "base",
                  150_000L,
                  "demand",
                  decimal("1"),
                  "time",
                  decimal("1"),
                  "inventory",
                  decimal("0.8"),
                  "available",
                  10,
                  "total",
                  10));
    }
  }

  @Test
  void aHoldKeepsThePriceItWasGivenAndTheNextOnePaysTheNew() {
    OpenShow show = priced();
    String tag = tag(show);
    Answer before = hold(show, "asha", 0).expect(201);
    assertThat(before.body().path("totalAmount").asLong()).isEqualTo(120_000);

    reprice(show, CROWDED);

    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(240_000));
    assertThat(tag(show)).isNotEqualTo(tag);
    client.with("If-None-Match", tag).get(mapPath(show)).expect(200);
    Answer found = client.as("asha").get("/v1/bookings/hold/" + before.field("holdId")).expect(200);
    assertThat(found.body().path("totalAmount").asLong()).isEqualTo(120_000);
    assertThat(found.body().at("/items/0/price").asLong()).isEqualTo(120_000);
    Answer after = hold(show, "ben", 1).expect(201);
    assertThat(after.body().path("totalAmount").asLong()).isEqualTo(240_000);
  }

  @Test
  void aSectionIsPricedByWhatIsLeftOfIt() {
    OpenShow show = priced();
    hold(show, "buyer-" + UUID.randomUUID(), 0, 1, 2, 3, 4).expect(201);
    hold(show, "buyer-" + UUID.randomUUID(), 5, 6, 7).expect(201);

    await()
        .untilAsserted(
            () -> {
              reprice(show, null);
              assertThat(price(show)).isEqualTo(225_000);
            });
    JsonNode map = map(show);
    assertThat(map.at("/sections/1/price").asLong()).isEqualTo(40_000);
  }

  @Test
  void staysWithinTheBoundsOfTheBasePrice() {
    OpenShow show = priced();

    reprice(show, LONELY);

    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(105_000));
    assertThat(changes(show)).extracting(change -> change.get("demand")).contains(decimal("0.8"));
  }

  @Test
  void recordsNothingWhereNothingChanges() {
    OpenShow show = priced();
    reprice(show, CROWDED);
    int recorded = changes(show).size();

    int changed = repriceShow.reprice(show.showId(), clock.instant().plus(UNTIL_SHOW), CROWDED);

    assertThat(changed).isZero();
    assertThat(changes(show)).hasSize(recorded);
  }

  @Test
  void leavesOtherShowsAlone() {
    OpenShow fixed = shows.open(1);
    OpenShow moving = priced();

    assertThat(price(fixed)).isEqualTo(150_000);
    assertThat(price(moving)).isEqualTo(120_000);
    assertThat(changes(fixed)).isEmpty();
  }

  @Test
  void oneInstanceHasAShowForOnePeriod() {
    OpenShow show = priced();
    jdbc.sql("update show_pricing set due_at = now() - interval '1 year' where show_id = :show")
        .param("show", show.showId().value())
        .update();

    List<Optional<PriceLedger.DueShow>> taken =
        Crowd.of(8, _ -> prices.takeDue(Duration.ofMinutes(1)));

    assertThat(
            taken.stream()
                .flatMap(Optional::stream)
                .filter(due -> due.showId().equals(show.showId())))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(
            jdbc.sql("select due_at > now() from show_pricing where show_id = :show")
                .param("show", show.showId().value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void manyAtOnceChangeAPriceOnce() {
    OpenShow show = priced();
    int before = changes(show).size();

    List<Integer> changed =
        Crowd.of(
            8, _ -> repriceShow.reprice(show.showId(), clock.instant().plus(UNTIL_SHOW), CROWDED));

    assertThat(changed.stream().mapToInt(n -> n).sum()).isEqualTo(2);
    assertThat(changes(show)).hasSize(before + 2);
  }

  /** A show that had its first turn: the next is a minute away. */
  private OpenShow priced() {
    OpenShow show = openDynamic();
    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(120_000));
    return show;
  }

  private OpenShow openDynamic() {
    return shows.await(
        shows.publish(
            TestShows.layout(1, 10, 5),
            Map.of(
                "dynamicPricing",
                Map.of("enabled", true),
                "showTime",
                clock.instant().plus(UNTIL_SHOW).toString())));
  }

  private void reprice(OpenShow show, ShowViews.@Nullable Views views) {
    Instant showTime = clock.instant().plus(UNTIL_SHOW);
    int changed = repriceShow.reprice(show.showId(), showTime, views);
    assertThat(changed).isBetween(0, 2);
  }

  private Answer hold(OpenShow show, String user, int... seats) {
    return client
        .as(user)
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(seats)));
  }

  private long price(OpenShow show) {
    return map(show).at("/sections/0/price").asLong();
  }

  private JsonNode map(OpenShow show) {
    return client.get(mapPath(show)).expect(200).body();
  }

  private String tag(OpenShow show) {
    return String.valueOf(client.get(mapPath(show)).headers().getETag());
  }

  private String mapPath(OpenShow show) {
    UUID event =
        jdbc.sql("select event_id from show_sale where show_id = :show")
            .param("show", show.showId().value())
            .query(UUID.class)
            .single();
    return "/v1/events/" + event + "/shows/" + show.id() + "/seats";
  }

  private List<Map<String, Object>> changes(OpenShow show) {
    return jdbc.sql(
            """
            select c.* from price_change c join section s using (show_id, section_id)
            where show_id = :show order by changed_at, s.position
            """)
        .param("show", show.showId().value())
        .query(
            (rs, _) ->
                Map.<String, Object>of(
                    "from", rs.getLong("from_price"),
                    "to", rs.getLong("to_price"),
                    "base", rs.getLong("base_price"),
                    "demand", decimal(rs.getString("demand")),
                    "time", decimal(rs.getString("time_left")),
                    "inventory", decimal(rs.getString("inventory")),
                    "available", rs.getInt("available"),
                    "total", rs.getInt("total")))
        .list();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text).stripTrailingZeros();
  }
}
