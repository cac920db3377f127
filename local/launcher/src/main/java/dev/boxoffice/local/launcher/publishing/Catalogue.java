package dev.boxoffice.local.launcher.publishing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What of an organiser's earlier runs is listed: events with a key, and their venues.
 *
 * @param events by key
 * @param venues ids, by what {@link VenueListing#key()} gives
 */
public record Catalogue(Map<String, Listed> events, Map<String, String> venues) {

  private static final int PAGE = 100;

  /** An event that is there, and the times of its shows. */
  public record Listed(String eventId, JsonNode metadata, Set<Instant> shows) {
    public Listed {
      shows = Set.copyOf(shows);
    }
  }

  public Catalogue {
    events = Map.copyOf(events);
    venues = Map.copyOf(venues);
  }

  public static Catalogue read(Organiser client) {
    Map<String, Listed> events = new HashMap<>();
    Map<String, String> venues = new HashMap<>();
    boolean isLast = false;
    for (int page = 1; !isLast; page++) {
      JsonNode list = client.read("/v1/events?limit=" + PAGE + "&page=" + page);
      for (JsonNode item : list.path("items")) {
        String eventId = item.path("eventId").asString();
        JsonNode metadata = client.read("/v1/events/" + eventId).path("metadata");
        String key = metadata.path(EventListing.KEY).asString("");
        if (!key.isEmpty()) {
          events.put(key, new Listed(eventId, metadata, showsOf(client, eventId)));
          JsonNode venue = item.path("venue");
          venues.put(
              VenueListing.keyOf(venue.path("name").asString(), venue.path("city").asString()),
              venue.path("venueId").asString());
        }
      }
      isLast = page * (long) PAGE >= list.path("total").asLong();
    }
    return new Catalogue(events, venues);
  }

  private static Set<Instant> showsOf(Organiser client, String eventId) {
    return client
        .read("/v1/events/" + eventId + "/shows?limit=" + PAGE)
        .path("items")
        .valueStream()
        .map(show -> Instant.parse(show.path("showTime").asString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of an event that is there. */
  public JsonNode metadata(String key) {
    Listed listed = events.get(key);
    if (listed == null) {
      throw new IllegalArgumentException("there is no event " + key);
    }
    return listed.metadata();
  }

  Optional<Listed> find(EventListing wanted) {
    return Optional.ofNullable(events.get(wanted.key()));
  }
}
