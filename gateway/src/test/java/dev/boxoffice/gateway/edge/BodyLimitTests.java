package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class BodyLimitTests extends GatewayTest {
  private static final int LIMIT = 64 * 1024;

  @Test
  void passesABodyOfTheLimit() {
    Answer answer = call("POST", "/v1/bookings/confirm", ISSUER.token("alice"), "x".repeat(LIMIT));

    assertThat(answer.json().path("bodyBytes").asInt()).isEqualTo(LIMIT);
    assertThat(chunked("/v1/bookings/confirm", LIMIT).json().path("bodyBytes").asInt())
        .isEqualTo(LIMIT);
  }

  @Test
  void refusesABodyThatSaysItIsLarger() {
    call("POST", "/v1/bookings/confirm", ISSUER.token("alice"), "x".repeat(LIMIT + 1))
        .isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void refusesABodyThatTurnsOutLarger() {
    chunked("/v1/bookings/confirm", LIMIT + 1).isProblem(413, "BODY_TOO_LARGE");
    chunked("/v1/bookings/confirm", 5_000_000).isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void letsSeatingPlansBeLarge() {
    assertThat(chunked("/v1/venues", 5_000_000).json().path("bodyBytes").asInt())
        .isEqualTo(5_000_000);
    Answer answer = call("POST", "/v1/venues", ISSUER.token("olga"), "x".repeat(3_000_000));
    assertThat(answer.json().path("bodyBytes").asInt()).isEqualTo(3_000_000);
    assertThat(
            sendRaw(
                "POST /v1/venues HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                    + ISSUER.token("olga")
                    + "\r\nContent-Length: 41943041\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  private Answer chunked(String path, int bytes) {
    return send(
        path,
        request ->
            request
                .header("Authorization", "Bearer " + ISSUER.token("alice"))
                .POST(
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]))));
  }
}
