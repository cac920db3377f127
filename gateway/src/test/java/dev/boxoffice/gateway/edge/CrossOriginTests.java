package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import dev.boxoffice.gateway.sharing.HeldTime;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import(HeldTime.class)
@TestPropertySource(
    properties = {
      "boxoffice.edge.cors-origins=https://shop.example",
      "boxoffice.edge.trusted-proxies=127.0.0.0/8,10.0.0.0/8"
    })
class CrossOriginTests extends GatewayTest {
  @Test
  void letsScriptsOfAConfiguredOriginCall() {
    Answer allowed = preflight("https://shop.example");

    assertThat(allowed.status()).isEqualTo(200);
    assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    assertThat(preflight("https://elsewhere.example").header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void saysOfEveryAnswerThatItVariesByOriginBeItReady() {
    String path = "/v1/shows/kept-for-any-origin/availability";

    Answer first = get(path);
    Answer ready = get(path);
    Answer unchanged = send(path, request -> request.header("If-None-Match", first.header("ETag")));

    assertThat(unchanged.status()).isEqualTo(304);
    for (Answer answer : List.of(first, ready, unchanged)) {
      assertThat(answer.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
    }
    assertThat(SEAT.received()).filteredOn(seen -> seen.contains(path)).hasSize(1);
  }

  @Test
  void believesATrustedProxyAsFarAsItIsTrusted() {
    assertThat(
            send(
                    "/v1/events/proxied",
                    request -> request.header("X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.1.2.3"))
                .status())
        .isEqualTo(200);

    assertThat(EVENT.received())
        .anyMatch(
            seen -> seen.contains("/proxied") && seen.contains("X-Forwarded-For: 203.0.113.7"));
  }

  private Answer preflight(String origin) {
    return send(
        "/v1/bookings/hold",
        request ->
            request
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
  }
}
