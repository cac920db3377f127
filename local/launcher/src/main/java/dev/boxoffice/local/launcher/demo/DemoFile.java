package dev.boxoffice.local.launcher.demo;

import dev.boxoffice.local.launcher.house.House;
import dev.boxoffice.local.launcher.publishing.EventListing;
import dev.boxoffice.local.launcher.publishing.ShowListing;
import dev.boxoffice.local.launcher.publishing.VenueListing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The demo catalogue as it is written down: times count from when it is loaded. */
record DemoFile(Map<String, Venue> venues, List<Event> events) {

  private static final String RESOURCE = "/demo/catalogue.json";

  record Venue(String name, String city, String timezone, House house) {
    VenueListing listing() {
      return new VenueListing(name, city, ZoneId.of(timezone), () -> house.plan(name));
    }
  }

  record Event(
      String key,
      String title,
      String description,
      String category,
      String venue,
      String currency,
      Map<String, Long> prices,
      List<Show> shows) {}

  /**
   * @param at where the venue is
   * @param queue as the catalogue writes it; null for its usual
   */
  record Show(
      int inDays,
      String at,
      @Nullable Integer salesStartInMinutes,
      @Nullable String queue,
      @Nullable Integer seatsPerUserMax) {

    ShowListing listing(Event event, ZoneId timezone, Instant since) {
      Map<String, Object> terms = new LinkedHashMap<>();
      terms.put("currency", event.currency());
      terms.put("prices", event.prices());
      if (salesStartInMinutes != null) {
        terms.put("salesStartAt", since.plus(Duration.ofMinutes(salesStartInMinutes)).toString());
      }
      if (queue != null) {
        terms.put("queue", queue);
      }
      if (seatsPerUserMax != null) {
        terms.put("seatsPerUserMax", seatsPerUserMax);
      }
      LocalDate day = since.atZone(timezone).toLocalDate().plusDays(inDays);
      return new ShowListing(day.atTime(LocalTime.parse(at)).atZone(timezone).toInstant(), terms);
    }
  }

  static DemoFile read() {
    try (InputStream file = DemoFile.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("the build has no " + RESOURCE);
      }
      return new JsonMapper().readValue(file, DemoFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<EventListing> listings(Instant since) {
    return events.stream().map(event -> listing(event, since)).toList();
  }

  private EventListing listing(Event event, Instant since) {
    Venue venue = venues.get(event.venue());
    if (venue == null) {
      throw new IllegalStateException(event.key() + " is in an unknown venue: " + event.venue());
    }
    VenueListing place = venue.listing();
    return new EventListing(
        "demo/" + event.key(),
        event.title(),
        event.description(),
        event.category(),
        place,
        Map.of("demo", true),
        event.shows().stream().map(show -> show.listing(event, place.timezone(), since)).toList());
  }
}
