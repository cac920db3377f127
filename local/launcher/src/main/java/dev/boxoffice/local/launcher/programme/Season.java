package dev.boxoffice.local.launcher.programme;

import dev.boxoffice.local.launcher.publishing.EventListing;
import dev.boxoffice.local.launcher.publishing.ShowListing;
import dev.boxoffice.local.launcher.publishing.VenueListing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Programmes as they are to be listed: an event for each place of each, a show a concert. */
final class Season {

  /** The field of an event's metadata that holds its {@link Move}. */
  static final String YEARS_MOVED = "yearsMoved";

  private final List<Programme> programmes;
  private final Terms terms;
  private final Map<Place, JsonNode> plans = new HashMap<>();

  Season(List<Programme> programmes, Terms terms) {
    this.programmes = List.copyOf(programmes);
    this.terms = terms;
    Map<Place, Long> uses =
        concerts().stream().collect(Collectors.groupingBy(Concert::place, Collectors.counting()));
    uses.forEach(
        (place, concerts) ->
            plans.put(place, terms.planOf(place.house(concerts.intValue()), place.venue())));
  }

  List<Concert> concerts() {
    return programmes.stream().flatMap(programme -> programme.concerts().stream()).toList();
  }

  int places() {
    return plans.size();
  }

  /** The keys of all events, whatever their time. */
  List<String> keys() {
    return programmes.stream()
        .flatMap(programme -> byPlace(programme).keySet().stream().map(p -> key(programme, p)))
        .toList();
  }

  List<EventListing> listings(Move move, Instant now, Notes skipped) {
    List<EventListing> listings = new ArrayList<>();
    for (Programme programme : programmes) {
      byPlace(programme)
          .forEach(
              (place, concerts) -> {
                List<ShowListing> shows = shows(place, concerts, move, now, skipped);
                if (!shows.isEmpty()) {
                  listings.add(listing(programme, place, shows, move));
                }
              });
    }
    return listings;
  }

  private static Map<Place, List<Concert>> byPlace(Programme programme) {
    return programme.concerts().stream()
        .collect(Collectors.groupingBy(Concert::place, LinkedHashMap::new, Collectors.toList()));
  }

  private static String key(Programme programme, Place place) {
    return "programme/" + programme.id() + "/" + place.venue();
  }

  private List<ShowListing> shows(
      Place place, List<Concert> concerts, Move move, Instant now, Notes skipped) {
    Map<String, Object> sold = terms.of(plan(place));
    List<ShowListing> shows = new ArrayList<>();
    for (Concert concert : concerts) {
      Instant time = concert.movedBy(move.years()).toInstant();
      if (move.isToCome(concert, now)) {
        shows.add(new ShowListing(time, sold));
      } else {
        skipped.add(
            "concerts that are over, moved by as many years as in the first import",
            place.venue() + " at " + time);
      }
    }
    return shows;
  }

  private EventListing listing(
      Programme programme, Place place, List<ShowListing> shows, Move move) {
    return new EventListing(
        key(programme, place),
        programme.title(),
        programme.description(),
        "concerts",
        new VenueListing(place.venue(), place.city(), place.timezone(), () -> plan(place)),
        Map.of(
            "orchestra",
            programme.orchestra(),
            "season",
            programme.season(),
            "programme",
            programme.number(),
            YEARS_MOVED,
            move.years()),
        shows);
  }

  private JsonNode plan(Place place) {
    JsonNode plan = plans.get(place);
    if (plan == null) {
      throw new IllegalArgumentException("nothing is played in " + place);
    }
    return plan;
  }
}
