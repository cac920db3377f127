package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is served is what is published in the contracts. */
class SeatMapContractTests extends SeatMapTest {
  private static final Path CONTRACTS = Path.of("..", "contracts");
  private static final int LARGE_HOUSE_SEATS = 16_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  SeatMapContractTests(
      TestClient client, Shows shows, Clock clock, JdbcClient jdbc, StringRedisTemplate redis) {
    super(client, shows, clock, jdbc, redis);
  }

  @Test
  void theExampleIsValid() throws IOException {
    assertThat(errors(Files.readString(CONTRACTS.resolve("seat-map.example.json")))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNoMap() throws IOException {
    String example = Files.readString(CONTRACTS.resolve("seat-map.example.json"));

    assertThat(errors(example.replace("HELD", "TAKEN"))).isNotEmpty();
  }

  @Test
  void mapsOfShapedVenuesAreValid() throws IOException {
    OpenShow show = shows.openLayout(shapedVenue());

    String map = client.get(mapPath(show)).expect(200).text();

    assertThat(errors(map)).isEmpty();
    assertThat(map)
        .contains("\"width\":800.5", "\"kind\":\"polygon\"", "\"color\":\"#112233\"")
        .doesNotContain("\"color\":null}");
    assertThat(errors(client.get(mapPath(show) + "?view=sections").text())).isEmpty();
  }

  @Test
  void aLargeHouseOfCurvedRowsIsWhereItsPlanSays() throws IOException {
    JsonNode layout = JSON.readTree(curvedHouse());
    OpenShow show = shows.openLayout(JSON.writeValueAsString(layout));

    String text = client.get(mapPath(show)).expect(200).text();

    assertThat(errors(text)).isEmpty();
    JsonNode map = JSON.readTree(text);
    assertThat(map.at("/venue/shapes")).isEqualTo(layout.path("shapes"));
    List<JsonNode> seats = new ArrayList<>();
    map.path("sections").forEach(section -> section.path("seats").forEach(seats::add));
    assertThat(seats).hasSize(LARGE_HOUSE_SEATS);
    for (int i = 0; i < LARGE_HOUSE_SEATS; i++) {
      JsonNode planned = layout.at("/seats/" + i);
      JsonNode shown = seats.get(i);
      assertThat(shown.path("x").floatValue()).isEqualTo(planned.path("x").floatValue());
      assertThat(shown.path("y").floatValue()).isEqualTo(planned.path("y").floatValue());
      assertThat(shown.path("row").asString()).isEqualTo(planned.path("row").asString());
      assertThat(shown.path("number").asString()).isEqualTo(planned.path("number").asString());
    }
  }

  /** Rows on rings around a stage, and the outlines of the floor and of the house. */
  private static String curvedHouse() {
    int seatsPerRow = 160;
    ObjectNode layout =
        (ObjectNode)
            JSON.readTree(TestShows.layout(LARGE_HOUSE_SEATS / seatsPerRow, seatsPerRow, 0));
    var _ = layout.put("width", 5000).put("height", 2500.25);
    ArrayNode shapes = layout.putArray("shapes");
    for (int radius : new int[] {280, 2300}) {
      ArrayNode points =
          shapes
              .addObject()
              .put("kind", "polygon")
              .put("x", 2500)
              .put("y", 0)
              .put("color", "#6B8F5E")
              .putArray("points");
      for (int corner = 0; corner <= 24; corner++) {
        double angle = Math.PI * corner / 24;
        var _ = points.addObject().put("x", ring(radius, angle)).put("y", arc(radius, angle));
      }
    }
    for (int i = 0; i < LARGE_HOUSE_SEATS; i++) {
      int row = i / seatsPerRow;
      double radius = 300 + 20.0 * row;
      double angle = Math.PI * (i % seatsPerRow + 0.5) / seatsPerRow;
      var _ =
          ((ObjectNode) layout.at("/seats/" + i))
              .put("x", 2500 + ring(radius, angle))
              .put("y", arc(radius, angle));
    }
    return JSON.writeValueAsString(layout);
  }

  private static double ring(double radius, double angle) {
    return Math.round(-100 * radius * Math.cos(angle)) / 100.0;
  }

  private static double arc(double radius, double angle) {
    return Math.round(100 * radius * Math.sin(angle)) / 100.0;
  }

  /** Seats on a curve, a section with a colour of its own and one with its category's. */
  private static String shapedVenue() {
    ObjectNode layout = (ObjectNode) JSON.readTree(TestShows.layout(20, 10, 5));
    var _ = layout.put("width", 800.5).put("height", 600);
    var _ =
        layout
            .putArray("shapes")
            .addObject()
            .put("kind", "polygon")
            .put("x", 1)
            .put("y", 2)
            .set("points", JSON.readTree("[{\"x\":0,\"y\":0},{\"x\":10.25,\"y\":-3}]"));
    var _ = layout.putArray("categories").addObject().put("name", "A").put("color", "#112233");
    for (int i = 0; i < 200; i++) {
      var _ =
          ((ObjectNode) layout.at("/seats/" + i))
              .put("x", 400 + 300 * Math.cos(i / 64.0))
              .put("y", 300 - 1e-5 * i);
    }
    return JSON.writeValueAsString(layout);
  }

  private static List<Error> errors(String map) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(CONTRACTS.resolve("seat-map.schema.json")));
    return schema.validate(map, InputFormat.JSON);
  }
}
