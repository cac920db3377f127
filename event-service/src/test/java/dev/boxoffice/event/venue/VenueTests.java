package dev.boxoffice.event.venue;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.Programme;
import dev.boxoffice.event.seatingplan.PlanMaker;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class VenueTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClient client;
  private final TestClient olga;

  VenueTests(TestClient client) {
    this.client = client;
    this.olga = client.asOrganiser("olga");
  }

  private static Map<String, Object> venue(Object plan) {
    return map("name", "Opera", "city", "Mumbai", "timezone", "Asia/Kolkata", "plan", plan);
  }

  @Test
  void addsAVenueWithItsSections() {
    Answer added = olga.post("/v1/venues", venue(Programme.smallPlan())).expect(201);

    JsonNode sections = added.body().get("sections");
    assertThat(added.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"venueId": "%s", "name": "Opera", "city": "Mumbai", "timezone": "Asia/Kolkata",
                 "totalSeats": 10, "sections": [
                  {"sectionId": "%s", "name": "Hall, Gold", "zone": "Hall",
                   "priceCategory": "Gold", "color": "#4CAF50", "generalAdmission": false,
                   "totalSeats": 5},
                  {"sectionId": "%s", "name": "Hall, Silver", "zone": "Hall",
                   "priceCategory": "Silver", "color": "#4CAF50", "generalAdmission": false,
                   "totalSeats": 5}]}
                """
                    .formatted(
                        added.field("venueId"),
                        sections.at("/0/sectionId").asString(),
                        sections.at("/1/sectionId").asString())));
    assertThat(added.headers().getFirst("Location"))
        .isEqualTo("/v1/venues/" + added.field("venueId"));
  }

  @Test
  void showsAVenueWithItsSeats() {
    String venueId = olga.post("/v1/venues", venue(Programme.smallPlan())).field("venueId");

    JsonNode body = client.get("/v1/venues/" + venueId).expect(200).body();

    assertThat(body.get("totalSeats").asInt()).isEqualTo(10);
    assertThat(body.at("/layout/width").asDouble()).isEqualTo(2000);
    assertThat(body.at("/sections/0/seats")).hasSize(5);
    assertThat(body.at("/sections/1/seats/4"))
        .isEqualTo(
            JSON.readTree(
                """
                {"row": "B", "number": "5", "x": 100.0, "y": 30.0, "block": "1"}
                """));
  }

  @Test
  void knowsNoOtherVenues() {
    Answer answer = client.get("/v1/venues/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
    client.get("/v1/venues/opera").expect(400, "VALIDATION_FAILED");

    assertThat(answer.field("type")).isEqualTo("urn:boxoffice:problem:not-found");
  }

  @Test
  void saysWhereAPlanIsWrong() {
    PlanMaker plan = PlanMaker.plan("Gold");
    plan.zone("Hall", 0, 0).row("A", 0, 0, 2, "Gold").row("B", 0, 30, 1, "Loge");

    Answer refused = olga.post("/v1/venues", venue(plan.json()));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.headers().getFirst("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.field("traceId")).isNotEmpty();
    assertThat(refused.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "urn:boxoffice:problem:validation-failed", "title": "Validation failed",
                 "status": 400, "detail": "The request is not valid.", "instance": "/v1/venues",
                 "code": "VALIDATION_FAILED", "traceId": "%s",
                 "errors": [{"field": "plan.zones[0].rows[1].seats[0].category",
                   "message": "is \\"Loge\\", not one of the plan's categories"}]}
                """
                    .formatted(refused.field("traceId"))));
  }

  @Test
  void refusesWhatIsNoVenue() {
    assertThat(fieldsRefused("{}")).containsExactlyInAnyOrder("name", "city", "timezone", "plan");
    assertThat(fieldsRefused("{\"plan\": null}")).contains("name");
    assertThat(fieldsRefused("{\"plan\": [1, 2]}")).contains("name");
    assertThat(fieldsRefused("{\"name\": [5]}")).containsExactly("name");
    assertThat(fieldsRefused("{\"planet\": 5}")).containsExactly("planet");
    assertThat(fieldsRefused("{\"plan\": {\"zones\": [")).containsExactly("body");
    assertThat(fieldsRefused("[]")).containsExactly("body");
    assertThat(fieldsRefused("")).containsExactly("body");
    Map<String, Object> venue = venue(Programme.smallPlan());
    venue.put("timezone", "Mars/Olympus");
    assertThat(fieldsRefused(venue)).containsExactly("timezone");
    venue.put("timezone", "+05:30");
    assertThat(fieldsRefused(venue)).containsExactly("timezone");
    assertThat(fieldsRefused(venue("garbage"))).containsExactly("plan");
  }

  private List<String> fieldsRefused(Object body) {
    return olga.post("/v1/venues", body)
        .expect(400, "VALIDATION_FAILED")
        .body()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").asString())
        .toList();
  }

  @Test
  void takesVenuesFromOrganisersOnly() {
    client.post("/v1/venues", venue(Programme.smallPlan())).expect(401, "UNAUTHENTICATED");
    client.as("bob").post("/v1/venues", venue(Programme.smallPlan())).expect(403, "FORBIDDEN");
    client.as("bob").post("/v1/venues", "{").expect(403, "FORBIDDEN");
  }

  @Test
  void takesAStadium() {
    Answer added = olga.post("/v1/venues", venue(PlanMaker.stadium(50_000))).expect(201);

    assertThat(added.body().get("totalSeats").asInt()).isEqualTo(50_000);
    assertThat(added.body().get("sections")).hasSize(100);
  }
}
