package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.SeatTest;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of holds have in common: a client, shows, and a look behind the scenes. */
abstract class HoldTest implements SeatTest {
  final TestClient client;
  final TestShows shows;
  final JdbcClient jdbc;
  final StringRedisTemplate redis;

  HoldTest(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
    this.jdbc = jdbc;
    this.redis = redis;
  }

  Answer hold(String user, OpenShow show, int... seats) {
    return hold(user, show, show.seats(seats));
  }

  Answer hold(String user, OpenShow show, List<String> seatIds) {
    return client
        .as(user)
        .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", seatIds));
  }

  Answer find(String user, String holdId) {
    return client.as(user).get("/v1/bookings/hold/" + holdId);
  }

  Answer release(String user, String holdId) {
    return client.as(user).delete("/v1/bookings/hold/" + holdId);
  }

  Answer pay(String user, String holdId, UUID bookingId) {
    return pay(user, holdId, bookingId, 1);
  }

  Answer pay(String user, String holdId, UUID bookingId, int attempt) {
    return internal(
        holdId,
        "pay",
        Map.of("bookingId", bookingId.toString(), "attempt", attempt, "userId", user));
  }

  /** Takes a step of a booking's first attempt. */
  Answer step(String holdId, String step, UUID bookingId) {
    return step(holdId, step, bookingId, 1);
  }

  Answer step(String holdId, String step, UUID bookingId, int attempt) {
    return internal(holdId, step, Map.of("bookingId", bookingId.toString(), "attempt", attempt));
  }

  Answer giveBack(String holdId, UUID bookingId) {
    return internal(holdId, "return", Map.of("bookingId", bookingId.toString()));
  }

  Answer internal(String holdId, String step, Map<String, Object> body) {
    return client
        .asServiceCalling("seat-service")
        .post("/internal/holds/" + holdId + "/" + step, body);
  }

  /** Lets a hold's time pass: its deadline is now a second ago. */
  void letExpire(String holdId) {
    endIn(holdId, Duration.ofSeconds(-1));
  }

  /** Moves a hold's deadline. */
  void endIn(String holdId, Duration left) {
    UUID id = UUID.fromString(holdId);
    int holds =
        jdbc.sql(
                "update hold set expires_at = now() + make_interval(secs => :left) where hold_id = :id")
            .param("left", left.toSeconds())
            .param("id", id)
            .update();
    int seats =
        jdbc.sql(
                """
                update seat_state set hold_expires_at = now() + make_interval(secs => :left)
                where status = 'HELD' and hold_id = :id
                """)
            .param("id", id)
            .param("left", left.toSeconds())
            .update();
    if (holds != 1) {
      throw new IllegalStateException("hold " + holdId + ": " + holds + ", seats " + seats);
    }
  }

  void flushRedis() {
    redis.execute(
        (RedisConnection connection) -> {
          connection.serverCommands().flushAll();
          return true;
        });
  }

  List<String> violations(OpenShow show) {
    return SeatHistory.violations(jdbc, show.showId().value());
  }

  static UUID newBooking() {
    return UUID.randomUUID();
  }
}
