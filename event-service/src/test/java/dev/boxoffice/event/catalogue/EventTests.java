package dev.boxoffice.event.catalogue;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.Programme;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class EventTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClient client;
  private final TestClient olga;
  private final Programme programme;

  EventTests(TestClient client) {
    this.client = client;
    this.olga = client.asOrganiser("olga");
    this.programme = new Programme(olga);
  }

  @Test
  void addsAnEvent() {
    String city = Programme.newCity();
    String venueId = programme.venue(city);

    Answer added =
        olga.post(
                "/v1/events",
                """
                {"title": "Fidelio", "description": "In two acts", "category": "theater",
                 "venueId": "%s", "startDate": "2099-05-01", "endDate": "2099-05-31",
                 "posterUrl": "https://example.org/fidelio.jpg",
                 "metadata": {"composer": "Beethoven", "cast": ["A", null, 1.5]}}
                """
                    .formatted(venueId))
            .expect(201);

    String expected =
        """
        {"eventId": "%s", "title": "Fidelio", "description": "In two acts",
         "category": "theater", "city": "%s",
         "venue": {"venueId": "%s", "name": "Opera", "city": "%s", "timezone": "Asia/Kolkata"},
         "startDate": "2099-05-01", "endDate": "2099-05-31",
         "posterUrl": "https://example.org/fidelio.jpg", "status": "ACTIVE",
         "priceFrom": null, "currency": null, "nextShowTime": null, "availability": "NONE",
         "metadata": {"composer": "Beethoven", "cast": ["A", null, 1.5]}, "shows": []}
        """
            .formatted(added.field("eventId"), city, venueId, city);
    assertThat(added.body()).isEqualTo(JSON.readTree(expected));
    assertThat(client.get("/v1/events/" + added.field("eventId")).expect(200).body())
        .isEqualTo(JSON.readTree(expected));
  }

  @Test
  void refusesWhatIsNoEvent() {
    String venueId = programme.venue(Programme.newCity());

    assertThat(fieldsRefused(Map.of()))
        .containsExactlyInAnyOrder("title", "category", "venueId", "startDate");
    assertThat(fieldsRefused(venueId, "title", " ")).containsExactly("title");
    assertThat(fieldsRefused(venueId, "title", "x".repeat(501))).containsExactly("title");
    assertThat(fieldsRefused(venueId, "category", "opera")).containsExactly("category");
    assertThat(fieldsRefused(venueId, "venueId", "opera")).containsExactly("venueId");
    assertThat(fieldsRefused(venueId, "venueId", UUID.randomUUID())).containsExactly("venueId");
    assertThat(fieldsRefused(venueId, "startDate", "2099-02-30")).containsExactly("startDate");
    assertThat(fieldsRefused(venueId, "startDate", "+999999999-01-01"))
        .containsExactly("startDate");
    assertThat(fieldsRefused(venueId, "endDate", "2099-04-30")).containsExactly("endDate");
    assertThat(fieldsRefused(venueId, "posterUrl", "javascript:alert(1)"))
        .containsExactly("posterUrl");
    assertThat(fieldsRefused(venueId, "metadata", List.of(1))).containsExactly("metadata");
    assertThat(fieldsRefused(venueId, "metadata", map("a", "\u0000"))).containsExactly("metadata");
    assertThat(fieldsRefused(venueId, "metadata", map("a", "x".repeat(20_000))))
        .containsExactly("metadata");
    assertThat(fieldsRefused(venueId, "price", 5)).containsExactly("price");
  }

  private List<String> fieldsRefused(String venueId, String field, Object value) {
    Map<String, Object> event = Programme.event(venueId, "Fidelio");
    event.put(field, value);
    return fieldsRefused(event);
  }

  private List<String> fieldsRefused(Object body) {
    return olga.post("/v1/events", body)
        .expect(400, "VALIDATION_FAILED")
        .body()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").asString())
        .toList();
  }

  @Test
  void changesOnlyWhatIsSaid() {
    String venueId = programme.venue(Programme.newCity());
    Map<String, Object> event = Programme.event(venueId, "Fidelio");
    event.put("description", "In two acts");
    event.put("posterUrl", "https://example.org/a.jpg");
    String path = "/v1/events/" + programme.addEvent(event);

    Answer changed =
        olga.patch(path, map("title", "Leonore", "posterUrl", "", "metadata", map("act", 3)))
            .expect(200);

    assertThat(changed.field("title")).isEqualTo("Leonore");
    assertThat(changed.field("description")).isEqualTo("In two acts");
    assertThat(changed.body().get("posterUrl").isNull()).isTrue();
    assertThat(changed.body().at("/metadata/act").asInt()).isEqualTo(3);
    assertThat(client.get(path).body()).isEqualTo(changed.body());
  }

  @Test
  void refusesChangesThatMakeNoSense() {
    String path =
        "/v1/events/" + programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");

    olga.patch(path, map("title", " ")).expect(400, "VALIDATION_FAILED");
    olga.patch(path, map("status", "GONE")).expect(400, "VALIDATION_FAILED");
    olga.patch(path, map("venueId", UUID.randomUUID())).expect(400, "VALIDATION_FAILED");
    olga.patch(path, "nonsense").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void letsOrganisersChangeTheirOwnEventsOnly() {
    String path =
        "/v1/events/" + programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    Map<String, Object> change = map("title", "Mine");

    client.patch(path, change).expect(401, "UNAUTHENTICATED");
    client.as("bob").patch(path, change).expect(403, "FORBIDDEN");
    client.asOrganiser("oscar").patch(path, change).expect(404, "EVENT_NOT_FOUND");
    client
        .asOrganiser("oscar")
        .post(path + "/shows", Programme.show(Programme.SHOW_TIME))
        .expect(404, "EVENT_NOT_FOUND");
    assertThat(client.get(path).field("title")).isEqualTo("Fidelio");
  }

  @Test
  void lendsVenuesToEveryOrganiser() {
    String venueId = programme.venue(Programme.newCity());

    client
        .asOrganiser("oscar")
        .post("/v1/events", Programme.event(venueId, "Oscar's evening"))
        .expect(201);
  }

  @Test
  void cancelsTheShowsOfACancelledEvent() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    String showId = programme.addShow(eventId, Programme.SHOW_TIME);

    olga.patch("/v1/events/" + eventId, map("status", "CANCELLED")).expect(200);

    assertThat(client.get("/v1/events/" + eventId + "/shows/" + showId).field("status"))
        .isEqualTo("CANCELLED");
    olga.post("/v1/events/" + eventId + "/shows", Programme.show(Programme.SHOW_TIME))
        .expect(409, "EVENT_CANCELLED");
  }

  @Test
  void knowsNoOtherEvents() {
    String nobody = "/v1/events/" + UUID.randomUUID();

    client.get(nobody).expect(404, "EVENT_NOT_FOUND");
    client.get(nobody + "/shows").expect(404, "EVENT_NOT_FOUND");
    client.get(nobody + "/shows/" + UUID.randomUUID()).expect(404, "SHOW_NOT_FOUND");
    client.get("/v1/events/fidelio").expect(400, "VALIDATION_FAILED");
    olga.patch(nobody, map("title", "Mine")).expect(404, "EVENT_NOT_FOUND");
  }
}
