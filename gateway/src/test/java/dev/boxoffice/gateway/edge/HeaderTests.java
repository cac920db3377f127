package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class HeaderTests extends GatewayTest {
  @Test
  void dropsWhatClientsSayOfTheirOrigin() {
    assertThat(
            send(
                    "/v1/events/forwarded",
                    request ->
                        request
                            .header("X-Forwarded-For", "6.6.6.6")
                            .header("X-Forwarded-Host", "evil.example")
                            .header("X-Forwarded-Prefix", "/internal")
                            .header("X-Real-IP", "6.6.6.6")
                            .header("Forwarded", "for=6.6.6.6"))
                .status())
        .isEqualTo(200);

    String seen = last("/v1/events/forwarded");
    assertThat(seen).doesNotContain("6.6.6.6").doesNotContain("evil.example");
    assertThat(seen).doesNotContain("/internal").contains("X-Forwarded-For: 127.0.0.1");
  }

  @Test
  void expectsNothingOfServicesThatAClientExpects() {
    assertThat(
            sendRaw(
                String.join(
                    "\r\n",
                    "GET /v1/events/expecting HTTP/1.1",
                    "Host: a",
                    "Expect: x",
                    "Connection: close",
                    "",
                    "")))
        .startsWith("HTTP/1.1 200");

    assertThat(last("/v1/events/expecting")).doesNotContain("Expect");
  }

  @Test
  void passesTheTraceContextOn() {
    String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    assertThat(
            send("/v1/events/traced", request -> request.header("traceparent", traceparent))
                .status())
        .isEqualTo(200);
    assertThat(get("/v1/events/untraced").status()).isEqualTo(200);

    assertThat(last("/v1/events/traced")).contains("traceparent: " + traceparent);
    assertThat(last("/v1/events/untraced"))
        .containsPattern("traceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
  }

  @Test
  void addsTheBrowsersSafeguardsToEveryAnswer() {
    for (String path : new String[] {"/v1/events", "/v1/nothing", "/v1/bookings", "//"}) {
      Answer answer = get(path);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }
  }

  @Test
  void letsNoCacheKeepWhatIsSomebodys() {
    String token = ISSUER.token("alice");
    assertThat(call("GET", "/v1/bookings", token, "").header("Cache-Control"))
        .isEqualTo("private, no-cache");
    assertThat(call("GET", "/v1/bookings/no-such/path", token, "").header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void passesCompressedAnswersOnAsTheyAre() {
    Answer answer = send("/v1/events/gzip", request -> request.header("Accept-Encoding", "gzip"));

    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(last("/v1/events/gzip")).containsIgnoringCase("Accept-Encoding: gzip");
  }

  @Test
  void letsNoOtherOriginInUnlessConfigured() {
    Answer preflight =
        send(
            "/v1/events",
            request ->
                request
                    .header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "GET")
                    .method("OPTIONS", BodyPublishers.noBody()));

    preflight.isProblem(405, "METHOD_NOT_ALLOWED");
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void showsItsOwnHealthAndNothingElseOfItself() {
    Answer health = get("/actuator/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().path("status").asString()).isEqualTo("UP");
    assertThat(health.json().has("components")).isFalse();
    assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(get("/actuator/health/liveness").status()).isEqualTo(200);
  }

  private static String last(String path) {
    return EVENT.received().stream()
        .filter(seen -> seen.startsWith("GET " + path + "\n"))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
