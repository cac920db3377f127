package dev.boxoffice.seat;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What this service says and hears is what the contracts say. */
class SeatEventContractTests implements SeatTest {
  private static final Path EVENTS = Path.of("..", "contracts", "events");
  private static final Path READ = Path.of("..", "contracts", "consumers", "seat-service");
  private static final List<String> SAID =
      List.of("seat.show.opened", "seat.show.counts", "seat.show.hold-ended");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClient client;
  private final TestShows shows;

  SeatEventContractTests(TestClient client, Shows shows, Clock clock) {
    this.client = client;
    this.shows = new TestShows(shows, clock);
  }

  @Test
  void examplesAreValid() {
    for (String type : SAID) {
      JsonNode example = JSON.readTree(read(EVENTS.resolve("seat.show/" + type + ".example.json")));
      assertThat(schema(type).validate(example)).as(type).isEmpty();
    }
  }

  @Test
  void everyEventIsAsItsSchemaSays() {
    try (TopicReader topic = TopicReader.of("seat.show")) {
      OpenShow show = shows.open(1);
      String holdId =
          client
              .as("asha")
              .post("/v1/bookings/hold", Map.of("showId", show.id(), "seatIds", show.seats(1)))
              .expect(201)
              .field("holdId");
      client.as("asha").delete("/v1/bookings/hold/" + holdId).expect(204);
      for (String type : SAID) {
        TopicEvent event = topic.await(type, show.id());
        assertThat(schema(type).validate(event.data())).as(type).isEmpty();
      }
    }
  }

  @Test
  void theCataloguesOwnExampleOfAShowOpens() {
    ObjectNode event =
        (ObjectNode)
            JSON.readTree(
                read(EVENTS.resolve("catalogue.show/catalogue.show.published.example.json")));
    String category = event.at("/prices").propertyNames().iterator().next();
    String layout = TestShows.layout(1, 5, 0).replace("\"A\"", "\"" + category + "\"");
    String hash = UUID.randomUUID().toString();
    String showId = UUID.randomUUID().toString();
    LayoutServer.get().add(hash, layout);
    event.put("layoutHash", hash).put("showId", showId);

    shows.send(
        "catalogue.show.published",
        JSON.convertValue(event, new TypeReference<Map<String, Object>>() {}));

    assertThat(shows.await(new ShowId(UUID.fromString(showId))).totalSeats()).isEqualTo(5);
  }

  @Test
  void whatRoomsSayCanBeRead() {
    for (String type : List.of("queue.room.opened", "queue.room.paused", "queue.room.closed")) {
      JsonNode example =
          JSON.readTree(read(EVENTS.resolve("queue.room/" + type + ".example.json")));
      assertThat(schema(READ.resolve(type + ".schema.json")).validate(example)).as(type).isEmpty();
    }
  }

  private static Schema schema(String type) {
    return schema(EVENTS.resolve("seat.show/" + type + ".schema.json"));
  }

  private static Schema schema(Path file) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(read(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
