package dev.boxoffice.event.seatingplan;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.Programme;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class LayoutTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClient client;
  private final JdbcClient jdbc;

  LayoutTests(TestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  private String hashOfNewVenue() {
    Answer venue =
        client
            .asOrganiser("olga")
            .post(
                "/v1/venues",
                map(
                    "name", "Opera",
                    "city", "Mumbai",
                    "timezone", "Asia/Kolkata",
                    "plan", Programme.smallPlan()))
            .expect(201);
    return jdbc.sql("select layout_hash from venues where venue_id = :id::uuid")
        .param("id", venue.field("venueId"))
        .query(String.class)
        .single();
  }

  @Test
  void handsLayoutsToServices() {
    String hash = hashOfNewVenue();

    Answer layout =
        client.asServiceCalling("event-service").get("/internal/layouts/" + hash).expect(200);

    assertThat(layout.body().get("seats")).hasSize(10);
    assertThat(layout.body().at("/seats/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"section": 0, "row": "A", "number": "1", "x": 0.0, "y": 0.0, "block": "1",
                 "left": -1, "right": 1}
                """));
    assertThat(layout.body().at("/sections/1/priceCategory").asString()).isEqualTo("Silver");
    assertThat(layout.headers().getCacheControl()).contains("immutable");
  }

  @Test
  void sendsThemCompressedToWhoeverReadsThat() {
    String hash = hashOfNewVenue();

    Answer layout =
        client
            .asServiceCalling("event-service")
            .with("Accept-Encoding", "gzip")
            .get("/internal/layouts/" + hash)
            .expect(200);

    assertThat(layout.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(LayoutFile.read(layout.bytes()).seats()).hasSize(10);
  }

  @Test
  void keepsOneLayoutForVenuesOfOnePlan() {
    String hash = hashOfNewVenue();

    assertThat(hashOfNewVenue()).isEqualTo(hash);
  }

  @Test
  void refusesEverybodyElse() {
    String path = "/internal/layouts/" + hashOfNewVenue();

    client.get(path).expect(401, "UNAUTHENTICATED");
    client.asOrganiser("olga").get(path).expect(403, "FORBIDDEN");
    client.asServiceCalling("seat-service").get(path).expect(403, "FORBIDDEN");
  }

  @Test
  void knowsNoOtherLayouts() {
    TestClient service = client.asServiceCalling("event-service");

    service.get("/internal/layouts/" + "0".repeat(64)).expect(404, "NOT_FOUND");
    service.get("/internal/layouts/opera").expect(404, "NOT_FOUND");
  }
}
