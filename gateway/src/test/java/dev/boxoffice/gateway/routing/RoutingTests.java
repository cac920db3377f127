package dev.boxoffice.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTests extends GatewayTest {
  private static final String ID = "0190a5e2-7b1c-7cc3-8f00-000000000001";

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/events, event",
    "GET, /v1/events/ID, event",
    "GET, /v1/events/ID/shows, event",
    "POST, /v1/events/ID/shows/ID/cancel, event",
    "PATCH, /v1/events/ID, event",
    "POST, /v1/venues, event",
    "GET, /v1/venues/ID, event",
    "GET, /v1/events/ID/shows/ID/seats?view=sections, seat",
    "GET, /v1/shows/ID/availability, seat",
    "GET, /v1/shows/ID/audit, seat",
    "POST, /v1/bookings/hold, seat",
    "GET, /v1/bookings/hold/ID, seat",
    "POST, /v1/bookings/hold/ID/extend, seat",
    "DELETE, /v1/bookings/hold/ID, seat",
    "POST, /v1/bookings/confirm, booking",
    "GET, /v1/bookings, booking",
    "GET, /v1/bookings/ID, booking",
    "DELETE, /v1/bookings/ID, booking",
    "POST, /v1/payments/webhook, booking",
    "GET, /v1/organiser/shows/ID/sales, booking",
    "POST, /v1/queue/ID, queue",
    "GET, /v1/queue/ID, queue",
    "DELETE, /v1/queue/ID, queue",
    "GET, /v1/queue/ID/now-serving, queue",
    "GET, /v1/queue/ID/draw, queue",
    "GET, /v1/queue/ID/events, queue",
    "PUT, /v1/organiser/shows/ID/queue, queue",
    "GET, /v1/bookings/ID/tickets, ticket",
    "GET, /v1/bookings/ID/ticket.pdf, ticket",
    "GET, /v1/bookings/ID/ticket.ics, ticket",
    "GET, /v1/tickets/ID/qr.png, ticket",
    "POST, /v1/tickets/ID/transfer, ticket",
    "POST, /v1/check-in, ticket",
    "POST, /v1/check-in/batch, ticket",
    "GET, /v1/check-in/shows/ID/manifest, ticket",
    "GET, /v1/shows/ID, event",
    "GET, /.well-known/ticket-keys, ticket"
  })
  void takesEveryCallOfTheContractToItsService(String method, String path, String service) {
    String target = path.replace("ID", ID);

    Answer answer = call(method, target, ISSUER.token("alice"), "");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("service").asString()).isEqualTo(service);
    assertThat(answer.json().path("method").asString()).isEqualTo(method);
    assertThat(answer.json().path("uri").asString()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/holds/1/pay",
        "/internal-keys",
        "/.well-known/admission-keys",
        "/actuator",
        "/actuator/prometheus",
        "/actuator/env",
        "/actuator/gateway/routes",
        "/v1",
        "/v1/nothing",
        "/v1/events/ID/shows/ID/seats/",
        "/v1/events/ID/nothing",
        "/v1/venues/ID/nothing",
        "/index.html"
      })
  void knowsNoPathOutsideTheContract(String path) {
    get(path).isProblem(404, "NOT_FOUND");
    call("POST", path, ISSUER.token("alice"), "").isProblem(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//internal/holds/1/pay",
        "/%69nternal/holds/1/pay",
        "/v1/../internal/holds/1/pay",
        "/v1/events/../../internal/holds/1/pay",
        "/v1/events/%2e%2e/%2e%2e/internal/holds/1/pay",
        "/v1/events/..%2f..%2finternal/holds/1/pay",
        "/v1/events/%252e%252e/%252e%252e/internal/holds/1/pay",
        "/v1/events/..;/..;/internal/holds/1/pay",
        "/v1/events/..\\..\\internal",
        "/v1/events/%5c..%5cinternal",
        "/v1/events/./../internal",
        "/v1/events//internal",
        "/v1/bookings/hold/%00/../../../internal",
        "/internal;x=y/holds/1/pay",
        "/INTERNAL/holds/1/pay",
        "http://127.0.0.1/internal/holds/1/pay"
      })
  void reachesNothingInternalHoweverThePathIsWritten(String target) {
    String answer =
        sendRaw(
            "POST "
                + target
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + ISSUER.token("alice")
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .matches("(?s)HTTP/1.1 (400|404) .*")
        .contains("application/problem+json")
        .contains("\"traceId\":\"");
    assertThat(EVENT.received()).noneMatch(request -> request.contains("nternal"));
    assertThat(SEAT.received()).noneMatch(request -> request.contains("nternal"));
    assertThat(BOOKING.received()).noneMatch(request -> request.contains("nternal"));
  }

  @Test
  void namesTheMethodsThatAPathHas() {
    Answer answer = call("POST", "/v1/shows/" + ID + "/audit", ISSUER.token("alice"), "{}");

    answer.isProblem(405, "METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/events/ID/shows/ID/seats, 'GET, HEAD'",
    "PUT, /v1/events, 'GET, HEAD, POST'",
    "DELETE, /v1/events/ID, 'GET, HEAD, PATCH'",
    "GET, /v1/bookings/hold, POST",
    "GET, /v1/bookings/hold/ID/extend, POST",
    "GET, /v1/bookings/confirm, POST"
  })
  void namesThoseOfTheVeryPathAndOfNoWiderOne(String method, String path, String allowed) {
    Answer answer = call(method, path.replace("ID", ID), ISSUER.token("alice"), "");

    answer.isProblem(405, "METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).isEqualTo(allowed);
  }

  @Test
  void refusesMethodsThatNobodyHas() {
    send("/v1/events", request -> request.method("PROPFIND", BodyPublishers.noBody()))
        .isProblem(405, "METHOD_NOT_ALLOWED");
    assertThat(sendRaw("TRACE /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405 ");
  }

  @Test
  void passesQueriesOnAsTheyAre() {
    assertThat(get("/v1/events?city=M%C3%BCnchen&query=a%20b%26c%2Bd&x=%25").json().path("uri"))
        .hasToString("\"/v1/events?city=M%C3%BCnchen&query=a%20b%26c%2Bd&x=%25\"");
  }

  @Test
  void passesIdsThatAreNoneOnForTheServiceToRefuse() {
    assertThat(get("/v1/events/%C3%BC%20%27--").json().path("service").asString())
        .isEqualTo("event");
  }
}
