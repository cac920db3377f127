package dev.boxoffice.seat.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.SecondInstance;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Looking at a show, as people do. */
class ViewedShowTests implements SeatTest {
  private static final Duration ADDED_WITHIN = Duration.ofSeconds(20);

  /** Three quarters of a day under 30 days, so that the time factor is 1.0. */
  private static final Duration UNTIL_SHOW = Duration.ofHours(29 * 24 + 6);

  private final TestClient client;
  private final TestShows shows;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final StringRedisTemplate redis;
  private final ViewCounters counters;
  private final CountViews counting;
  private final ConfigurableEnvironment environment;

  ViewedShowTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      ViewCounters counters,
      CountViews counting,
      ConfigurableEnvironment environment) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
    this.clock = clock;
    this.jdbc = jdbc;
    this.redis = redis;
    this.counters = counters;
    this.counting = counting;
    this.environment = environment;
  }

  @Test
  void mapsGivenOutAndStreamsOpenedAreViews() throws IOException {
    OpenShow show = shows.open(1);
    String map = mapPath(show);
    String tag = String.valueOf(client.get(map).headers().getETag());
    client.get(map).expect(200);
    client.get(map + "?view=sections").expect(200);
    WebSocket socket =
        client.open("/v1/shows/" + show.id() + "/stream", new WebSocket.Listener() {});
    socket.abort();
    client.listen("/v1/shows/" + show.id() + "/events").body().close();
    JsonNode sections = client.get(map).expect(200).body().path("sections");

    client.get(map + "?section=" + sections.get(0).path("sectionId").asString()).expect(200);
    client.get(map + "?view=other").expect(400, "VALIDATION_FAILED");
    assertThat(client.with("If-None-Match", tag).get(map).status()).isEqualTo(304);
    assertThat(client.get("/v1/shows/" + show.id() + "/availability").status()).isEqualTo(200);
    client.as("asha").get("/v1/shows/" + show.id() + "/audit").expect(200);
    counting.addUp();

    await().atMost(ADDED_WITHIN).untilAsserted(() -> assertThat(views(show)).isEqualTo("6"));
  }

  @Test
  void aShowThatIsNotThereIsNotCounted() {
    UUID unknown = UUID.randomUUID();

    client
        .get("/v1/events/" + unknown + "/shows/" + unknown + "/seats")
        .expect(404, "SHOW_NOT_FOUND");
    counting.addUp();

    assertThat(redis.hasKey("views:{" + unknown + "}")).isFalse();
  }

  @Test
  void twoInstancesCountTogether() {
    OpenShow show = shows.open(1);
    String map = mapPath(show);
    try (SecondInstance second = new SecondInstance(environment)) {
      for (int n = 0; n < 3; n++) {
        client.get(map).expect(200);
        second.client().get(map).expect(200);
      }
      second.client().get(map).expect(200);

      await().atMost(ADDED_WITHIN).untilAsserted(() -> assertThat(views(show)).isEqualTo("7"));

      second.client().get(map).expect(200);
    }
    // What an instance has counted when it is told to end is not lost.
    assertThat(views(show)).isEqualTo("8");
  }

  @Test
  void aShowThatIsLookedAtMoreThanUsualCostsMore() {
    OpenShow show = openDynamic();
    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(120_000));
    // Many, for asking for the price is a view too.
    assertThat(counters.add(minutesAgo(show, 600), 60_000)).isTrue();
    assertThat(counters.add(minutesAgo(show, 1), 14_000)).isTrue();

    takeTurn(show);
    // 14,000 of the last hour against 7,400 an hour.
    await().untilAsserted(() -> assertThat(price(show)).isBetween(220_000L, 230_000L));

    assertThat(counters.add(minutesAgo(show, 0), 500_000)).isTrue();
    takeTurn(show);
    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(240_000));
  }

  @Test
  void aShowThatIsLookedAtLessThanUsualCostsLess() {
    OpenShow show = openDynamic();
    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(120_000));
    assertThat(counters.add(minutesAgo(show, 600), 10_000)).isTrue();

    takeTurn(show);

    // 0.8 for demand and for inventory is less than the lowest share of the base.
    await().untilAsserted(() -> assertThat(price(show)).isEqualTo(105_000));
  }

  private OpenShow openDynamic() {
    return shows.await(
        shows.publish(
            TestShows.layout(1, 10, 0),
            Map.of(
                "dynamicPricing",
                Map.of("enabled", true),
                "showTime",
                clock.instant().plus(UNTIL_SHOW).toString())));
  }

  private ViewedMinute minutesAgo(OpenShow show, int minutes) {
    return ViewedMinute.of(show.showId(), clock.instant().minus(Duration.ofMinutes(minutes)));
  }

  private void takeTurn(OpenShow show) {
    int rows =
        jdbc.sql("update show_pricing set due_at = now() where show_id = :show")
            .param("show", show.showId().value())
            .update();
    assertThat(rows).isEqualTo(1);
  }

  private long price(OpenShow show) {
    return client.get(mapPath(show)).expect(200).body().at("/sections/0/price").asLong();
  }

  private Object views(OpenShow show) {
    return String.valueOf(redis.opsForHash().get("views:{" + show.id() + "}", "all"));
  }

  private String mapPath(OpenShow show) {
    UUID event =
        jdbc.sql("select event_id from show_sale where show_id = :show")
            .param("show", show.showId().value())
            .query(UUID.class)
            .single();
    return "/v1/events/" + event + "/shows/" + show.id() + "/seats";
  }
}
