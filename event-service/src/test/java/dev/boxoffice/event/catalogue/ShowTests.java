package dev.boxoffice.event.catalogue;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.contract.EventContracts;
import dev.boxoffice.event.Programme;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class ShowTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClient client;
  private final TestClient olga;
  private final Programme programme;
  private final JdbcClient jdbc;

  ShowTests(TestClient client, JdbcClient jdbc) {
    this.client = client;
    this.olga = client.asOrganiser("olga");
    this.programme = new Programme(olga);
    this.jdbc = jdbc;
  }

  @Test
  void publishesAShow() {
    String venueId = programme.venue(Programme.newCity());
    String eventId = programme.addEvent(venueId, "Fidelio");

    Answer published =
        olga.post("/v1/events/" + eventId + "/shows", Programme.show(Programme.SHOW_TIME))
            .expect(201);

    assertThat(published.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"showId": "%s", "eventId": "%s", "venueId": "%s",
                 "showTime": "2099-05-01T18:30:00Z", "salesStartAt": null, "totalSeats": 10,
                 "availableSeats": 0, "status": "PREPARING", "currency": "INR",
                 "priceFrom": 90000, "queue": "OFF", "seatsPerUserMax": 6}
                """
                    .formatted(published.field("showId"), eventId, venueId)));
    assertThat(client.get("/v1/events/" + eventId).body().get("shows"))
        .containsExactly(published.body());
  }

  @Test
  void tellsOfAShowAndItsEventByTheShowsIdAlone() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    Answer published =
        olga.post("/v1/events/" + eventId + "/shows", Programme.show(Programme.SHOW_TIME))
            .expect(201);

    Answer found = client.get("/v1/shows/" + published.field("showId")).expect(200);

    assertThat(found.field("showTime")).isEqualTo("2099-05-01T18:30:00Z");
    assertThat(found.body().at("/event/eventId").asString()).isEqualTo(eventId);
    assertThat(found.body().at("/event/title").asString()).isEqualTo("Fidelio");
    assertThat(found.body().at("/event/venue/timezone").asString()).isEqualTo("Asia/Kolkata");
    client.get("/v1/shows/" + UUID.randomUUID()).expect(404, "SHOW_NOT_FOUND");
    client.get("/v1/shows/fidelio").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void announcesTheWholeShow() {
    String city = Programme.newCity();
    String venueId = programme.venue(city);
    String eventId = programme.addEvent(venueId, "Fidelio");
    Map<String, Object> show = Programme.show("2099-05-01T20:00:00+05:30");
    show.put("salesStartAt", "2099-04-01T06:00:00Z");
    show.put("queue", "ON");
    show.put("seatsPerUserMax", 4);
    show.put("overbooking", map("enabled", true, "percentMax", 2.5));
    show.put("dynamicPricing", map("enabled", true));
    show.put("allowOrphanSeats", false);

    try (TopicReader topic = TopicReader.of("catalogue.show")) {
      String showId =
          olga.post("/v1/events/" + eventId + "/shows", show).expect(201).field("showId");

      var announced = topic.await("catalogue.show.published", showId);
      assertThat(announced.data())
          .isEqualTo(
              JSON.readTree(
                  """
                  {"showId": "%s", "eventId": "%s", "venueId": "%s", "organiserId": "olga",
                   "title": "Fidelio", "category": "concerts", "venueName": "Opera",
                   "city": "%s", "timezone": "Asia/Kolkata", "layoutHash": "%s",
                   "showTime": "2099-05-01T14:30:00Z", "salesStartAt": "2099-04-01T06:00:00Z",
                   "currency": "INR", "prices": {"Gold": 250000, "Silver": 90000},
                   "seatsPerUserMax": 4, "queue": "ON", "dynamicPricing": {"enabled": true},
                   "overbooking": {"enabled": true, "percentMax": 2.5},
                   "allowOrphanSeats": false}
                  """
                      .formatted(showId, eventId, venueId, city, layoutHash(venueId))));
      assertThat(EventContracts.violations(announced.type(), announced.data())).isEmpty();
      assertThat(client.get("/v1/events/" + eventId + "/shows/" + showId).field("queue"))
          .isEqualTo("ACTIVE");
    }
  }

  private String layoutHash(String venueId) {
    return jdbc.sql("select layout_hash from venues where venue_id = :id::uuid")
        .param("id", venueId)
        .query(String.class)
        .single();
  }

  @Test
  void announcesANewTitle() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    String showId = programme.addShow(eventId, Programme.SHOW_TIME);

    try (TopicReader topic = TopicReader.of("catalogue.show")) {
      olga.patch("/v1/events/" + eventId, map("title", "Leonore")).expect(200);

      var announced = topic.await("catalogue.show.changed", showId);
      assertThat(announced.data().get("title").asString()).isEqualTo("Leonore");
      assertThat(EventContracts.violations(announced.type(), announced.data())).isEmpty();
    }
  }

  @Test
  void cancelsAShowOnce() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    String showId = programme.addShow(eventId, Programme.SHOW_TIME);
    String path = "/v1/events/" + eventId + "/shows/" + showId + "/cancel";

    try (TopicReader topic = TopicReader.of("catalogue.show")) {
      Answer cancelled = olga.post(path).expect(202);
      assertThat(cancelled.field("status")).isEqualTo("CANCELLED");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(IntStream.range(0, 8).mapToObj(_ -> threads.submit(() -> olga.post(path))))
            .allSatisfy(again -> assertThat(again.get().status()).isEqualTo(202));
      }
      // A later event of the same show: all that was said about the cancellation came before it.
      olga.patch("/v1/events/" + eventId, map("status", "CANCELLED")).expect(200);
      String last = programme.addEvent(programme.venue(Programme.newCity()), "Last");
      String lastShow = programme.addShow(last, Programme.SHOW_TIME);
      var _ = topic.await("catalogue.show.published", lastShow);

      var announced = topic.await("catalogue.show.cancelled", showId);
      assertThat(announced.data().get("eventId").asString()).isEqualTo(eventId);
      assertThat(EventContracts.violations(announced.type(), announced.data())).isEmpty();
      assertThat(
              topic.soFar().stream()
                  .filter(event -> event.type().equals("catalogue.show.cancelled"))
                  .filter(event -> event.key().equals(showId)))
          .hasSize(1);
    }
  }

  @Test
  void letsOrganisersCancelTheirOwnShowsOnly() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    String other = programme.addEvent(programme.venue(Programme.newCity()), "Carmen");
    String showId = programme.addShow(eventId, Programme.SHOW_TIME);
    String path = "/v1/events/" + eventId + "/shows/" + showId + "/cancel";

    client.post(path).expect(401, "UNAUTHENTICATED");
    client.as("bob").post(path).expect(403, "FORBIDDEN");
    client.asOrganiser("oscar").post(path).expect(404, "EVENT_NOT_FOUND");
    olga.post("/v1/events/" + other + "/shows/" + showId + "/cancel").expect(404, "SHOW_NOT_FOUND");
    olga.post("/v1/events/" + eventId + "/shows/" + UUID.randomUUID() + "/cancel")
        .expect(404, "SHOW_NOT_FOUND");
  }

  @Test
  void refusesWhatIsNoShow() {
    String path =
        "/v1/events/"
            + programme.addEvent(programme.venue(Programme.newCity()), "Fidelio")
            + "/shows";

    assertThat(fieldsRefused(path, "showTime", "tomorrow")).containsExactly("showTime");
    assertThat(fieldsRefused(path, "showTime", "+99999-01-01T00:00:00Z"))
        .containsExactly("showTime");
    assertThat(fieldsRefused(path, "salesStartAt", "2100-01-01T00:00:00Z"))
        .containsExactly("salesStartAt");
    assertThat(fieldsRefused(path, "currency", "Rupees")).containsExactly("currency");
    assertThat(fieldsRefused(path, "currency", "XAU")).containsExactly("currency");
    assertThat(fieldsRefused(path, "prices", map("Gold", 1))).containsExactly("prices");
    assertThat(fieldsRefused(path, "prices", map())).contains("prices");
    assertThat(fieldsRefused(path, "prices", map("Gold", -1, "Silver", 1)))
        .containsExactly("prices[Gold]");
    assertThat(fieldsRefused(path, "prices", map("Gold", 1.5, "Silver", 1)))
        .containsExactly("prices.Gold");
    assertThat(fieldsRefused(path, "prices", "free")).containsExactly("prices");
    assertThat(fieldsRefused(path, "seatsPerUserMax", 0)).containsExactly("seatsPerUserMax");
    assertThat(fieldsRefused(path, "queue", "MAYBE")).containsExactly("queue");
    assertThat(fieldsRefused(path, "overbooking", map("enabled", true, "percentMax", 101)))
        .containsExactly("overbooking.percentMax");
    assertThat(fieldsRefused(path, "dynamicPricing", map()))
        .containsExactly("dynamicPricing.enabled");
    assertThat(fieldsRefused(path, "seats", 5)).containsExactly("seats");
  }

  private List<String> fieldsRefused(String path, String field, Object value) {
    Map<String, Object> show = Programme.show(Programme.SHOW_TIME);
    show.put(field, value);
    return olga.post(path, show)
        .expect(400, "VALIDATION_FAILED")
        .body()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").asString())
        .toList();
  }

  @Test
  void acceptsPricesForCategoriesWithoutSeats() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    Map<String, Object> show = Programme.show(Programme.SHOW_TIME);
    show.put("prices", map("Gold", 300, "Silver", 200, "Loge", 100));

    Answer published = olga.post("/v1/events/" + eventId + "/shows", show).expect(201);

    assertThat(published.body().get("priceFrom").asLong()).isEqualTo(200);
  }

  @Test
  void listsShowsByTimeInPages() {
    String eventId = programme.addEvent(programme.venue(Programme.newCity()), "Fidelio");
    String third = programme.addShow(eventId, "2099-05-03T18:00:00Z");
    String first = programme.addShow(eventId, "2020-05-01T18:00:00Z");
    String second = programme.addShow(eventId, "2099-05-02T18:00:00Z");

    Answer all = client.get("/v1/events/" + eventId + "/shows").expect(200);
    Answer page = client.get("/v1/events/" + eventId + "/shows?page=2&limit=2").expect(200);

    assertThat(all.body().get("items").valueStream().map(show -> show.get("showId").asString()))
        .containsExactly(first, second, third);
    assertThat(all.body().at("/items/0/status").asString()).isEqualTo("ENDED");
    assertThat(page.body().at("/items/0/showId").asString()).isEqualTo(third);
    assertThat(page.body().get("page").asInt()).isEqualTo(2);
    assertThat(page.body().get("limit").asInt()).isEqualTo(2);
    assertThat(page.body().get("total").asInt()).isEqualTo(3);
    client.get("/v1/events/" + eventId + "/shows?limit=101").expect(400, "VALIDATION_FAILED");
    client.get("/v1/events/" + eventId + "/shows?page=0").expect(400, "VALIDATION_FAILED");
    client.get("/v1/events/" + eventId + "/shows?page=x").expect(400, "VALIDATION_FAILED");
  }
}
