package dev.boxoffice.seat.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Of ten who buy a place to stand here, one does not come. */
@Import(OverbookTests.OneInTenStaysAway.class)
class OverbookTests implements SeatTest {
  private final TestClient client;
  private final TestShows shows;
  private final JdbcClient jdbc;

  OverbookTests(TestClient client, Shows shows, Clock clock, JdbcClient jdbc) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
    this.jdbc = jdbc;
  }

  static class OneInTenStaysAway {
    @Bean
    NoShowRates noShowRates() {
      return (_, _) -> Optional.of(new BigDecimal("0.1"));
    }
  }

  @Test
  void sellsMorePlacesToStandAndNoSeatMore() {
    try (TopicReader topic = TopicReader.of("seat.show")) {
      OpenShow show = open(Map.of("enabled", true, "percentMax", 3));

      JsonNode map = map(show);
      assertThat(map.at("/sections/0/seats")).hasSize(10);
      assertThat(map.at("/sections/1/seats")).hasSize(103);
      assertThat(show.totalSeats()).isEqualTo(113);
      JsonNode last = map.at("/sections/1/seats/102");
      assertThat(last.path("seatId").asString()).isEqualTo(show.seat(112));
      assertThat(last.path("number").asString()).isEqualTo("103");
      var _ =
          topic.await(
              "seat.show.counts",
              e -> e.key().equals(show.id()) && e.data().at("/available").asInt() == 113);
      assertThat(hold(show, 112).expect(201).field("/items/0/number")).isEqualTo("103");
    }
  }

  @Test
  void sellsNoMoreThanStayAway() {
    assertThat(open(Map.of("enabled", true, "percentMax", 50)).totalSeats()).isEqualTo(120);
  }

  @Test
  void sellsWhatThereIsWhereTheOrganiserDoesNotOverbook() {
    assertThat(open(Map.of("enabled", false, "percentMax", 3)).totalSeats()).isEqualTo(110);
  }

  private OpenShow open(Map<String, Object> overbooking) {
    return shows.await(
        shows.publish(TestShows.layout(1, 10, 100), Map.of("overbooking", overbooking)));
  }

  private Answer hold(OpenShow show, int seat) {
    return client
        .as("user-" + UUID.randomUUID())
        .post(
            "/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", List.of(show.seat(seat))));
  }

  private JsonNode map(OpenShow show) {
    UUID event =
        jdbc.sql("select event_id from show_sale where show_id = :show")
            .param("show", show.showId().value())
            .query(UUID.class)
            .single();
    return client.get("/v1/events/" + event + "/shows/" + show.id() + "/seats").expect(200).body();
  }
}
