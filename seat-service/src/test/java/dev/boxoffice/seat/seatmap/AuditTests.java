package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AuditTests extends SeatMapTest {
  AuditTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void countsSeatsAndFindsNothingWrong() {
    OpenShow show = shows.open(2);
    String holdId = hold("asha", show, 1, 2);
    hold("ben", show, 5);
    release("asha", holdId).expect(204);
    hold("asha", show, 2, 3);

    JsonNode audit = audit(show);

    assertThat(audit.path("capacity").asInt()).isEqualTo(20);
    assertThat(audit.path("available").asInt()).isEqualTo(17);
    assertThat(audit.path("held").asInt()).isEqualTo(3);
    assertThat(audit.path("booked").asInt()).isZero();
    assertThat(audit.path("blocked").asInt()).isZero();
    assertThat(audit.path("violations")).isEmpty();
    assertThat(audit.path("unchecked").toString()).contains("ticketsLive");
    assertThat(audit.path("checkedAt").asString()).isNotEmpty();
  }

  @Test
  void seesASeatThatWasGivenTwice() {
    OpenShow show = shows.open(1);
    hold("asha", show, 1);
    jdbc.sql(
            """
            insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
            select show_id, seat_id, gen_random_uuid(), version, from_status, to_status
            from seat_event where show_id = :show
            """)
        .param("show", show.showId().value())
        .update();

    awaitViolation(show, "I1");
  }

  @Test
  void seesAHoldThatLostASeat() {
    OpenShow show = shows.open(1);
    hold("asha", show, 1, 2);
    jdbc.sql(
            """
            update seat_state set status = 'AVAILABLE', hold_id = null, hold_expires_at = null
            where show_id = :show and seat_id = :seat
            """)
        .param("show", show.showId().value())
        .param("seat", java.util.UUID.fromString(show.seat(2)))
        .update();

    awaitViolation(show, "I3");
    awaitViolation(show, "I9");
  }

  @Test
  void seesASeatBookedBesideItsHold() {
    OpenShow show = shows.open(1);
    hold("asha", show, 1);
    jdbc.sql(
            """
            update seat_state
            set status = 'BOOKED', booking_id = gen_random_uuid(), hold_expires_at = null
            where show_id = :show and status = 'HELD'
            """)
        .param("show", show.showId().value())
        .update();

    awaitViolation(show, "I2");
  }

  private JsonNode audit(OpenShow show) {
    return client.get("/v1/shows/" + show.id() + "/audit").expect(200).body();
  }

  private void awaitViolation(OpenShow show, String invariant) {
    await()
        .untilAsserted(
            () -> {
              List<String> found = new ArrayList<>();
              audit(show)
                  .path("violations")
                  .forEach(violation -> found.add(violation.path("invariant").asString()));
              assertThat(found).contains(invariant);
            });
  }
}
