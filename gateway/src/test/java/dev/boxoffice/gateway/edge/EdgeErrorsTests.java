package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Queue-service and ticket-service are not there: nothing listens on port 1. */
@TestPropertySource(
    properties = {
      "boxoffice.services.queue=http://127.0.0.1:1",
      "boxoffice.services.ticket=http://127.0.0.1:1"
    })
class EdgeErrorsTests extends GatewayTest {
  @Test
  void saysThatAServiceWhichRefusesConnectionsIsUnavailable() {
    unavailable(get("/.well-known/ticket-keys"));
  }

  @Test
  void saysSoToWhoeverWantsAWebSocketToo() {
    assertThat(
            sendRaw(
                handshake(
                    "/v1/queue/1/stream",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")))
        .startsWith("HTTP/1.1 503 ")
        .contains("application/problem+json")
        .contains("\"code\":\"UNAVAILABLE\"");
  }

  @Test
  void saysThatAServiceWhichDoesNotAnswerIsUnavailable() {
    unavailable(get("/v1/events/silent"));
  }

  @Test
  void saysThatAServiceWhichHangsUpIsUnavailableAndAsksItOnlyOnce() {
    unavailable(call("POST", "/v1/bookings/hold/hangs-up/extend", ISSUER.token("alice"), "{}"));

    assertThat(SEAT.received().stream().filter(seen -> seen.contains("/hangs-up"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/events/%zz",
        "/v1/events/%",
        "/v1/events?q=%zz",
        "/v1/events/a|b",
        "/v1/events/%ff%fe",
        "/v1/events/%c3",
        "/v1/events/a%80",
        "/v1/events/%c0%ae%c0%ae",
        "/v1/events/%ed%a0%80/shows",
        "/v1/ev\"x",
        "/v1/events?city=%ff",
        "/v1/events?unknown=%c3%28",
        "/v1/events?city=%zz"
      })
  void answersUrisThatDoNotParseWithAProblem(String target) {
    malformed(getRaw(target));
  }

  @Test
  void answersWhatIsNotHttpWithAProblem() {
    malformed(sendRaw("NONSENSE\r\n\r\n"));
    malformed(sendRaw("GET /v1/events HTTP/1.1\r\n\r\n"));
    malformed(sendRaw("GET /v1/events HTTP/1.1\r\nHost: a b\r\n\r\n"));
    malformed(sendRaw("GET /v1/events HTTP/1.1\r\nHost: a:99999999\r\n\r\n"));
    malformed(getRaw("/v1/events?query=" + "x".repeat(20_000)));
    malformed(
        sendRaw("GET /v1/events HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(40_000) + "\r\n\r\n"));
    malformed(sendRaw("POST /v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"));
  }

  @Test
  void showsTheTraceIdThatTheCallerSent() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    Answer answer =
        send(
            "/v1/nothing",
            request -> request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

    assertThat(answer.json().path("traceId").asString()).isEqualTo(trace);
  }

  private static void unavailable(Answer answer) {
    answer.isProblem(503, "UNAVAILABLE");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  private static void malformed(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json")
        .contains("\"code\":\"VALIDATION_FAILED\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }
}
