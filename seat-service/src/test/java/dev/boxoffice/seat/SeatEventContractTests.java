package dev.boxoffice.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.contract.EventContracts;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.Shows;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What this service hears is what the contracts say. */
class SeatEventContractTests implements SeatTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestShows shows;

  SeatEventContractTests(Shows shows, Clock clock) {
    this.shows = new TestShows(shows, clock);
  }

  @Test
  void theCataloguesOwnExampleOfAShowOpens() {
    ObjectNode event = (ObjectNode) EventContracts.example("catalogue.show.published");
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
}
