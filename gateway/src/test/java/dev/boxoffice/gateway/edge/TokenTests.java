package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTests extends GatewayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/events",
        "/v1/venues/1",
        "/v1/events/1/shows/1/seats",
        "/v1/shows/1/availability",
        "/v1/queue/1/now-serving",
        "/.well-known/ticket-keys"
      })
  void letsAnyoneBrowse(String path) {
    assertThat(get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/bookings",
        "/v1/bookings/hold/1",
        "/v1/bookings/1/tickets",
        "/v1/queue/1",
        "/v1/organiser/shows/1/sales",
        "/v1/check-in/shows/1/manifest"
      })
  void asksForATokenElsewhere(String path) {
    Answer answer = get(path).isProblem(401, "UNAUTHENTICATED");

    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void refusesTokensThatAreNotTheIssuersOrNotForUs() {
    refused("not-a-token");
    refused(ISSUER.forged("alice"));
    refused(ISSUER.token("alice", claims -> claims.issuer("https://elsewhere.example")));
    refused(ISSUER.token("alice", claims -> claims.audience("seat-service")));
    refused(ISSUER.token("alice", claims -> claims.subject(null)));
    refused(ISSUER.token("alice", claims -> claims.expirationTime(null)));
    Date past = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
    refused(ISSUER.token("alice", claims -> claims.expirationTime(past)));
    refused("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
  }

  @Test
  void refusesATamperedTokenEvenAfterTheTrueOneWasRemembered() {
    String token = ISSUER.token("alice");
    assertThat(call("GET", "/v1/bookings", token, "").status()).isEqualTo(200);
    int at = token.lastIndexOf('.') + 10;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';

    refused(token.substring(0, at) + other + token.substring(at + 1));
  }

  @Test
  void refusesAnInvalidTokenOnPublicCallsToo() {
    call("GET", "/v1/events", ISSUER.forged("alice"), "").isProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void passesTheTokenOn() {
    String token = ISSUER.token("alice");

    assertThat(call("GET", "/v1/bookings/with-token", token, "").status()).isEqualTo(200);
    assertThat(BOOKING.received())
        .anyMatch(seen -> seen.contains("/with-token") && seen.contains("Bearer " + token));
  }

  @Test
  void doesNotFloodTheIssuerWithMadeUpKeyIds() {
    assertThat(call("GET", "/v1/bookings", ISSUER.token("alice"), "").status()).isEqualTo(200);
    int before = ISSUER.timesAsked();

    for (int i = 0; i < 20; i++) {
      refused(ISSUER.forged("alice-" + i));
    }

    assertThat(ISSUER.timesAsked() - before).isLessThan(20);
  }

  private void refused(String token) {
    call("GET", "/v1/bookings", token, "").isProblem(401, "UNAUTHENTICATED");
  }
}
