package dev.boxoffice.seat.seatmap;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What tests of maps and streams have in common: a client, shows, and a look behind the scenes. */
abstract class SeatMapTest implements SeatTest {
  final TestClient client;
  final TestShows shows;
  final JdbcClient jdbc;
  final StringRedisTemplate redis;

  SeatMapTest(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
    this.jdbc = jdbc;
    this.redis = redis;
  }

  String eventOf(OpenShow show) {
    return jdbc.sql("select event_id from show_sale where show_id = :show")
        .param("show", show.showId().value())
        .query(UUID.class)
        .single()
        .toString();
  }

  String mapPath(OpenShow show) {
    return "/v1/events/" + eventOf(show) + "/shows/" + show.id() + "/seats";
  }

  JsonNode map(OpenShow show) {
    return client.get(mapPath(show)).expect(200).body();
  }

  /** Statuses by seat id, in the map's order. */
  static Map<String, String> statuses(JsonNode map) {
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode section : map.path("sections")) {
      for (JsonNode seat : section.path("seats")) {
        statuses.put(seat.path("seatId").asString(), seat.path("status").asString());
      }
    }
    return statuses;
  }

  @CanIgnoreReturnValue
  String hold(String user, OpenShow show, int... seats) {
    Map<String, Object> request = Map.of("showId", show.id(), "seatIds", show.seats(seats));
    return client.as(user).post("/v1/bookings/hold", request).expect(201).field("holdId");
  }

  Answer release(String user, String holdId) {
    return client.as(user).delete("/v1/bookings/hold/" + holdId);
  }

  /** Changes seats as a transaction would whose news never left its process. */
  void blockSilently(OpenShow show, int... seats) {
    setSilently(show, "BLOCKED", seats);
  }

  void setSilently(OpenShow show, String status, int... seats) {
    List<String> ids = show.seats(seats);
    int rows =
        jdbc.sql(
                """
                update seat_state set status = :status, version = version + 1
                where show_id = :show and seat_id = any(cast(:seats as uuid[]))
                """)
            .param("status", status)
            .param("show", show.showId().value())
            .param("seats", ids.toArray(String[]::new))
            .update();
    if (rows != ids.size()) {
      throw new IllegalStateException(rows + " rows for " + ids);
    }
  }

  boolean flushRedis() {
    return Boolean.TRUE.equals(
        redis.execute(
            (RedisConnection connection) -> {
              connection.serverCommands().flushAll();
              return true;
            }));
  }
}
