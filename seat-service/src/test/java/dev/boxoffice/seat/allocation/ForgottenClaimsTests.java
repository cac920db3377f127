package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Redis has forgotten everything: the database makes it remember whatever is asked for. */
class ForgottenClaimsTests extends HoldTest {
  ForgottenClaimsTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void theFirstWhomTheDatabaseRefusesBringsTheClaimBack() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");
    flushRedis();

    hold("ben", show, 0, 1).expect(409, "SEATS_UNAVAILABLE");

    assertThat(claim(show, 1)).isEqualTo(holdId);
    assertThat(redis.getExpire(key(show, 1))).isBetween(1L, Duration.ofMinutes(1).toSeconds());
    assertThat(claim(show, 0)).isNull();
    assertThat(claim(show, 2)).isNull();
    // What came back is the owner's: it goes when the hold goes.
    release("asha", holdId).expect(204);
    assertThat(claim(show, 1)).isNull();
    hold("ben", show, 0, 1).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void bookedSeatsComeBackAsWell() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    UUID booking = newBooking();
    pay("asha", holdId, booking).expect(200);
    step(holdId, "book", booking).expect(200);
    flushRedis();

    hold("ben", show, 1).expect(409, "SEATS_UNAVAILABLE");

    assertThat(claim(show, 1)).isEqualTo(holdId);
    giveBack(holdId, booking).expect(200);
    assertThat(claim(show, 1)).isNull();
    hold("ben", show, 1).expect(201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aClaimOfAnEndedHoldThatCameBackBlocksNobody() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1).expect(201).field("holdId");
    flushRedis();
    hold("ben", show, 1).expect(409, "SEATS_UNAVAILABLE");
    assertThat(claim(show, 1)).isEqualTo(holdId);
    letExpire(holdId);

    String bens = hold("ben", show, 1).expect(201).field("holdId");

    assertThat(claim(show, 1)).isEqualTo(bens);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aDeadClaimGoesAlsoWhenAnotherSeatIsReallyTaken() {
    OpenShow show = shows.open(1);
    String ended = hold("asha", show, 0).expect(201).field("holdId");
    release("asha", ended).expect(204);
    redis.opsForValue().set(key(show, 0), ended);
    hold("ben", show, 1).expect(201);

    assertThat(hold("chandra", show, 0, 1).expect(409, "SEATS_UNAVAILABLE").body().path("seatIds"))
        .extracting(JsonNode::asString)
        .containsExactly(show.seat(1));

    assertThat(claim(show, 0)).isNull();
  }

  private @Nullable String claim(OpenShow show, int seat) {
    return redis.opsForValue().get(key(show, seat));
  }

  private static String key(OpenShow show, int seat) {
    return "seat:{" + show.id() + "}:" + show.seat(seat);
  }
}
