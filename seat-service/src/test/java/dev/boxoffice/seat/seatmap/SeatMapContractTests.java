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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is served is what is published in the contracts. */
class SeatMapContractTests extends SeatMapTest {
  private static final Path CONTRACTS = Path.of("..", "contracts");
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
