package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "boxoffice.edge.user-holds.per-second=1",
      "boxoffice.edge.address-calls.at-once=20",
      "boxoffice.edge.address-calls.per-second=1"
    })
class RateLimitTests extends GatewayTest {
  @Test
  void slowsAUserDownWhoTakesTooManySeats() {
    String token = ISSUER.token("robot");

    Answer first = call("POST", "/v1/bookings/hold", token, "{}");
    Answer refused = untilRefused(() -> call("POST", "/v1/bookings/hold", token, "{}"));

    assertThat(first.header("RateLimit-Limit")).isEqualTo("120");
    assertThat(first.header("RateLimit-Remaining")).isEqualTo("119");
    refused.isProblem(429, "RATE_LIMITED");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("RateLimit-Reset")).isNotEmpty();
  }

  @Test
  void doesNotMakeOthersPayForIt() {
    String robot = ISSUER.token("another-robot");
    untilRefused(() -> call("POST", "/v1/bookings/hold", robot, "{}"))
        .isProblem(429, "RATE_LIMITED");

    assertThat(call("POST", "/v1/bookings/hold", ISSUER.token("alice"), "{}").status())
        .isEqualTo(200);
    assertThat(call("GET", "/v1/bookings", robot, "").status()).isEqualTo(200);
  }

  @Test
  void slowsAnAddressDownThatAsksWithoutAToken() {
    untilRefused(() -> get("/v1/events")).isProblem(429, "RATE_LIMITED");

    assertThat(get("/actuator/health").status()).isEqualTo(200);
    assertThat(send("/v1/payments/webhook", request -> request.POST(noBody())).status())
        .isEqualTo(200);
  }

  private static BodyPublisher noBody() {
    return BodyPublishers.noBody();
  }

  private static Answer untilRefused(Supplier<Answer> call) {
    return Stream.generate(call)
        .limit(200)
        .filter(answer -> answer.status() == 429)
        .findFirst()
        .orElseThrow();
  }
}
