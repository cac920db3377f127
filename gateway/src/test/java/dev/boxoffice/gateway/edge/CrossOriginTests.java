package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

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
