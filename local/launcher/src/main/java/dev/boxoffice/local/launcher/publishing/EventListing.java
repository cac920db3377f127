package dev.boxoffice.local.launcher.publishing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event to be, with its shows.
 *
 * @param key names it in every run; kept in the event's metadata
 * @param metadata whatever else there is to say
 */
public record EventListing(
    String key,
    String title,
    String description,
    String category,
    VenueListing venue,
    Map<String, Object> metadata,
    List<ShowListing> shows) {

  /** The field of the metadata that holds the key. */
  static final String KEY = "importKey";

  public EventListing {
    metadata = Map.copyOf(metadata);
    shows = List.copyOf(shows);
    if (shows.isEmpty()) {
      throw new IllegalArgumentException(key + " has no shows");
    }
  }

  Map<String, Object> body(String venueId) {
    List<LocalDate> days =
        shows.stream()
            .map(show -> show.time().atZone(venue.timezone()).toLocalDate())
            .sorted()
            .toList();
    Map<String, Object> all = new LinkedHashMap<>(metadata);
    all.put(KEY, key);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", title);
    body.put("description", description);
    body.put("category", category);
    body.put("venueId", venueId);
    body.put("startDate", days.getFirst().toString());
    body.put("endDate", days.getLast().toString());
    body.put("metadata", all);
    return body;
  }
}
