package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Redis is gone: everything goes on, only slower. */
@TestPropertySource(properties = "spring.data.redis.url=redis://127.0.0.1:9")
class WithoutRedisTests extends HoldTest {
  WithoutRedisTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void ofTwoHundredBuyersOneGetsTheSeat() {
    OpenShow show = shows.open(1);

    List<Answer> answers = Crowd.of(200, n -> hold("buyer-" + n, show, 0));

    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.code().equals("SEATS_UNAVAILABLE"))).hasSize(199);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void overlappingHoldsGetAllTheirSeatsOrNone() {
    OpenShow show = shows.open(2);

    List<Answer> answers =
        Crowd.of(60, n -> hold("buyer-" + n, show, (n + 2) % 18, n % 18, (n + 1) % 18));

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(violations(show)).isEmpty();
  }

  @Test
  void aSeatIsHeldPaidBookedAndReturned() {
    OpenShow show = shows.open(1);
    String holdId = hold("asha", show, 1, 2).expect(201).field("holdId");
    UUID booking = newBooking();
    pay("asha", holdId, booking).expect(200);
    step(holdId, "book", booking).expect(200);
    hold("ben", show, 2).expect(409, "SEATS_UNAVAILABLE");
    giveBack(holdId, booking).expect(200);
    hold("ben", show, 2).expect(201);
    assertThat(violations(show)).isEmpty();
  }
}
