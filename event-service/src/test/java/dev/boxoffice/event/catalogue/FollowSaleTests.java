package dev.boxoffice.event.catalogue;

import static dev.boxoffice.event.seatingplan.PlanMaker.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.event.Programme;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class FollowSaleTests {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestClient client;
  private final TestClient olga;
  private final Programme programme;
  private String city = "";
  private String eventId = "";
  private String showId = "";

  FollowSaleTests(TestClient client) {
    this.client = client;
    this.olga = client.asOrganiser("olga");
    this.programme = new Programme(olga);
  }

  @BeforeEach
  void publish() {
    city = Programme.newCity();
    eventId = programme.addEvent(programme.venue(city), "Fidelio");
    showId = programme.addShow(eventId, Programme.SHOW_TIME);
  }

  private String showField(String field) {
    return client.get("/v1/events/" + eventId + "/shows/" + showId).expect(200).field(field);
  }

  private String eventField(String field) {
    return client
        .get("/v1/events?city=" + city.replace(" ", "%20"))
        .expect(200)
        .field("/items/0/" + field);
  }

  private void awaitShow(String field, String value) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(showField(field)).isEqualTo(value));
  }

  private void opened() {
    TopicWriter.send(
        "seat.show",
        showId,
        "seat.show.opened",
        map("showId", showId, "totalSeats", 10, "openedAt", "2026-01-01T00:00:00Z"));
  }

  private static Map<String, Object> counts(
      String showId, int second, int available, int held, int booked, @Nullable Long priceFrom) {
    return map(
        "showId", showId,
        "countedAt", "2026-01-01T00:00:%02dZ".formatted(second),
        "available", available,
        "held", held,
        "booked", booked,
        "blocked", 0,
        "priceFrom", priceFrom,
        "sections", List.of());
  }

  private void counted(int second, int available, int held, int booked, @Nullable Long priceFrom) {
    TopicWriter.send(
        "seat.show",
        showId,
        "seat.show.counts",
        counts(showId, second, available, held, booked, priceFrom));
  }

  @Test
  void opensAShowWhoseSeatsExist() {
    assertThat(eventField("availability")).isEqualTo("NONE");

    opened();

    awaitShow("status", "OPEN");
    assertThat(showField("availableSeats")).isEqualTo("10");
    assertThat(eventField("availability")).isEqualTo("AVAILABLE");
    assertThat(eventField("priceFrom")).isEqualTo("90000");
    assertThat(eventField("nextShowTime")).isEqualTo(Programme.SHOW_TIME);
  }

  @Test
  void showsWhatIsLeft() {
    opened();
    counted(5, 1, 2, 7, 250_000L);
    awaitShow("availableSeats", "1");
    assertThat(showField("priceFrom")).isEqualTo("250000");
    assertThat(showField("status")).isEqualTo("OPEN");

    counted(6, 0, 2, 8, null);
    awaitShow("availableSeats", "0");
    assertThat(showField("status")).isEqualTo("OPEN");
    assertThat(eventField("availability")).isEqualTo("FEW_LEFT");

    counted(7, 0, 0, 10, null);
    awaitShow("status", "SOLD_OUT");
    assertThat(eventField("availability")).isEqualTo("SOLD_OUT");
    assertThat(showField("priceFrom")).isEqualTo("90000");
  }

  @Test
  void neverReplacesNewerCountsByOlder() {
    opened();
    counted(9, 4, 0, 6, 1L);
    counted(3, 8, 0, 2, 2L);
    String id =
        TopicWriter.send("seat.show", showId, "seat.show.counts", counts(showId, 10, 3, 0, 7, 3L));
    TopicWriter.sendAgain(
        "seat.show", showId, "seat.show.counts", id, counts(showId, 11, 9, 0, 1, 4L));
    counted(12, 3, 1, 6, 5L);

    awaitShow("priceFrom", "5");
    assertThat(showField("availableSeats")).isEqualTo("3");
  }

  @Test
  void showsTheWaitingRoom() {
    assertThat(showField("queue")).isEqualTo("OFF");

    room("queue.room.opened", 1);
    awaitShow("queue", "ACTIVE");
    room("queue.room.closed", 3);
    awaitShow("queue", "OFF");
    // Late: says what was true before the room closed.
    room("queue.room.paused", 2);
    counted(1, 5, 0, 5, 7L);
    room("queue.room.paused", 4);
    awaitShow("queue", "ACTIVE");
  }

  private void room(String type, int second) {
    TopicWriter.send(
        "queue.room",
        showId,
        type,
        map("showId", showId, "at", "2026-01-01T00:00:%02dZ".formatted(second)));
  }

  @Test
  void setsPoisonAside() {
    String nobody = UUID.randomUUID().toString();

    try (TopicReader deadLetters = TopicReader.of("seat.show-dlt")) {
      TopicWriter.send("seat.show", showId, "seat.show.counts", "{\"showId\": 7}");
      TopicWriter.send("seat.show", nobody, "seat.show.counts", counts(nobody, 1, 1, 0, 0, null));
      opened();

      var _ = deadLetters.await("seat.show.counts", showId);
      var _ = deadLetters.await("seat.show.counts", nobody);
      awaitShow("status", "OPEN");
    }
  }
}
