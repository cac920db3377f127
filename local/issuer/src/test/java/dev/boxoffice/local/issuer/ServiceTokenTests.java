package dev.boxoffice.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@IssuerTest
class ServiceTokenTests {

  @LocalServerPort int port;
  private Browser http;
  private final JsonMapper json = new JsonMapper();

  @BeforeEach
  void openClient() {
    http = new Browser(port);
  }

  @Test
  void namesTheAudienceThatTheServiceAskedFor() throws Exception {
    HttpResponse<String> answer = ask("booking-service", "booking-secret", "ticket-service");

    assertThat(answer.statusCode()).isEqualTo(200);
    String token = json.readTree(answer.body()).path("access_token").asString();
    var claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly("ticket-service");
    assertThat(claims.getSubject()).isEqualTo("booking-service");
    assertThat(claims.getClaims()).doesNotContainKeys("roles", "email");
  }

  @Test
  void givesNoServiceAnAudienceThatItHasNoBusinessWith() {
    assertRefused(ask("seat-service", "seat-secret", "ticket-service"), 400, "invalid_scope");
    assertRefused(ask("event-service", "event-secret", "seat-service"), 400, "invalid_scope");
    assertRefused(ask("booking-service", "booking-secret", "boxoffice"), 400, "invalid_scope");
  }

  @Test
  void givesNoTokenForNoAudience() {
    HttpResponse<String> answer =
        http.postAs(
            "booking-service",
            "booking-secret",
            "/oauth2/token",
            Map.of("grant_type", "client_credentials"));

    assertRefused(answer, 400, "invalid_scope");
  }

  @Test
  void refusesAWrongSecret() {
    assertRefused(ask("booking-service", "seat-secret", "seat-service"), 401, "invalid_client");
  }

  @Test
  void saysThatItIsReady() {
    assertThat(http.get("/actuator/health/readiness").body()).contains("UP");
  }

  private HttpResponse<String> ask(String client, String secret, String scope) {
    return http.postAs(
        client,
        secret,
        "/oauth2/token",
        Map.of("grant_type", "client_credentials", "scope", scope));
  }

  private void assertRefused(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json.readTree(answer.body()).path("error").asString()).isEqualTo(error);
  }
}
