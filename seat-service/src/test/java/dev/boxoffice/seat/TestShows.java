package dev.boxoffice.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;

import dev.boxoffice.seat.sale.SeatIdBase;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TopicWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts shows on sale as the catalogue would: an event, and a layout to be fetched. */
public final class TestShows {
  private static final Duration PATIENCE = ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Shows shows;
  private final Clock clock;

  public TestShows(Shows shows, Clock clock) {
    this.shows = shows;
    this.clock = clock;
  }

  /** A show whose seats exist. */
  public record OpenShow(ShowId showId, SeatIdBase base, int totalSeats) {
    public String seat(int index) {
      return base.seat(index).toString();
    }

    public List<String> seats(int... indexes) {
      List<String> seats = new ArrayList<>();
      for (int index : indexes) {
        seats.add(seat(index));
      }
      return seats;
    }

    public String id() {
      return showId.toString();
    }
  }

  /** A show with so many rows of ten seats, opened. */
  public OpenShow open(int rows) {
    return open(rows, Map.of());
  }

  /** The same with other terms, by the names of the published event. */
  public OpenShow open(int rows, Map<String, Object> terms) {
    return await(publish(layout(rows, 10, 0), terms));
  }

  public OpenShow openLayout(String layout) {
    return await(publish(layout, Map.of()));
  }

  /** Publishes a show; its seats exist a little later. */
  public ShowId publish(String layout, Map<String, Object> terms) {
    return publish(UUID.randomUUID(), layout, terms);
  }

  /** The same under an id of one's choice. */
  public ShowId publish(UUID showId, String layout, Map<String, Object> terms) {
    String hash = UUID.nameUUIDFromBytes(layout.getBytes(UTF_8)).toString();
    LayoutServer.get().add(hash, layout);
    send("catalogue.show.published", event(showId, hash, terms));
    return new ShowId(showId);
  }

  public void send(String type, Map<String, Object> event) {
    TopicWriter.send("catalogue.show", String.valueOf(event.get("showId")), type, event);
  }

  public OpenShow await(ShowId showId) {
    ShowTerms terms =
        Awaitility.await("show " + showId + " opens")
            .atMost(PATIENCE)
            .until(
                () -> shows.find(showId).filter(t -> t.totalSeats() > 0).orElse(null),
                found -> found != null);
    return new OpenShow(showId, terms.seatIdBase(), terms.totalSeats());
  }

  public Map<String, Object> event(UUID showId, String layoutHash, Map<String, Object> terms) {
    Instant now = clock.instant();
    Map<String, Object> event = new HashMap<>();
    event.put("showId", showId.toString());
    event.put("eventId", UUID.randomUUID().toString());
    event.put("venueId", UUID.randomUUID().toString());
    event.put("organiserId", "olga");
    event.put("title", "An evening");
    event.put("category", "concerts");
    event.put("venueName", "Town Hall");
    event.put("city", "Mumbai");
    event.put("timezone", "Asia/Kolkata");
    event.put("layoutHash", layoutHash);
    event.put("showTime", now.plus(Duration.ofDays(30)).toString());
    event.put("currency", "INR");
    event.put("prices", Map.of("A", 150_000, "B", 50_000));
    event.put("seatsPerUserMax", 6);
    event.put("queue", "OFF");
    event.put("dynamicPricing", Map.of("enabled", false));
    event.put("overbooking", Map.of("enabled", false, "percentMax", 0));
    event.put("allowOrphanSeats", true);
    event.putAll(terms);
    return event;
  }

  /** One row, which begins with an accessible seat and its companion's. */
  public static String layoutWithAccessibleEnd(int seats) {
    ObjectNode layout = (ObjectNode) JSON.readTree(layout(1, seats, 0));
    ((ObjectNode) layout.at("/seats/0")).put("accessible", true);
    ((ObjectNode) layout.at("/seats/1")).put("companion", true);
    return layout.toString();
  }

  /** Rows of seats at price A, and standing room at price B behind them. */
  public static String layout(int rows, int seatsPerRow, int standing) {
    List<Map<String, Object>> seats = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int n = 0; n < seatsPerRow; n++) {
        int index = seats.size();
        Map<String, Object> seat = new HashMap<>();
        seat.put("section", 0);
        seat.put("row", "R" + (row + 1));
        seat.put("number", Integer.toString(n + 1));
        seat.put("x", 10.5 * n);
        seat.put("y", 12.25 * row);
        seat.put("block", "1");
        seat.put("left", n == 0 ? -1 : index - 1);
        seat.put("right", n == seatsPerRow - 1 ? -1 : index + 1);
        seats.add(seat);
      }
    }
    for (int n = 0; n < standing; n++) {
      Map<String, Object> place = new HashMap<>();
      place.put("section", 1);
      place.put("row", null);
      place.put("number", Integer.toString(n + 1));
      place.put("x", 50);
      place.put("y", 500);
      place.put("block", null);
      place.put("left", -1);
      place.put("right", -1);
      seats.add(place);
    }
    List<Map<String, Object>> sections = new ArrayList<>();
    sections.add(section("Stalls", "A", false));
    if (standing > 0) {
      sections.add(section("Standing", "B", true));
    }
    return JSON.writeValueAsString(
        Map.of("name", "Town Hall", "sections", sections, "seats", seats));
  }

  private static Map<String, Object> section(String name, String category, boolean standing) {
    return Map.of(
        "sectionId",
        UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
        "name",
        name,
        "zone",
        "Hall",
        "priceCategory",
        category,
        "generalAdmission",
        standing);
  }
}
