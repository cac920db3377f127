package dev.boxoffice.local.launcher.programme;

import dev.boxoffice.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of programmes as it lies on disk. It is read leniently: what cannot be made out of it is
 * left out and noted.
 */
final class ProgrammeFile {

  /** Where the archive's days begin at midnight, and its zone for places that it does not know. */
  private static final ZoneId HOME = ZoneId.of("America/New_York");

  private static final LocalTime USUAL_HOUR = LocalTime.of(19, 30);

  private static final DateTimeFormatter HOUR =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("h:mm[ ]a")
          .toFormatter(Locale.US);

  private final @Nullable String season;
  private final Notes skipped;
  private final Notes assumed;
  private final Set<String> ids = new HashSet<>();

  /**
   * A reader of one file.
   *
   * @param season the only one wanted; null for all
   */
  ProgrammeFile(@Nullable String season, Notes skipped, Notes assumed) {
    this.season = season;
    this.skipped = skipped;
    this.assumed = assumed;
  }

  /** The programmes that have at least one concert. */
  List<Programme> read(Path file) {
    List<Programme> programmes = new ArrayList<>();
    for (JsonNode json : programmesOf(file)) {
      Programme programme = programme(json);
      if (programme != null) {
        programmes.add(programme);
      }
    }
    return programmes;
  }

  private static JsonNode programmesOf(Path file) {
    if (!Files.isReadable(file)) {
      throw new StackException("cannot read " + file);
    }
    JsonNode programmes;
    try {
      programmes = new JsonMapper().readTree(file).path("programs");
    } catch (JacksonException e) {
      throw new StackException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!programmes.isArray()) {
      throw new StackException(file + " has no list \"programs\"; it is no programme file");
    }
    return programmes;
  }

  private @Nullable Programme programme(JsonNode json) {
    String id = Work.text(json.path("id"));
    String number = Work.text(json.path("programID"));
    String name = "programme " + (number.isEmpty() ? "?" : number);
    String ofSeason = Work.text(json.path("season"));
    if (season != null && !season.equals(ofSeason)) {
      skipped.add("programmes of another season than " + season, name);
      return null;
    }
    if (id.isEmpty() || !ids.add(id)) {
      skipped.add(
          id.isEmpty() ? "programmes without an id" : "programmes that are there twice", name);
      return null;
    }
    List<Concert> concerts = new ArrayList<>();
    for (JsonNode concert : json.path("concerts")) {
      Concert read = concert(concert, name);
      if (read != null && concerts.contains(read)) {
        skipped.add("concerts that are there twice", name + " on " + read.day());
      } else if (read != null) {
        concerts.add(read);
      }
    }
    if (concerts.isEmpty()) {
      skipped.add("programmes without a concert", name);
      return null;
    }
    return new Programme(
        id,
        number,
        or(Work.text(json.path("orchestra")), "Orchestra"),
        ofSeason,
        json.path("works").valueStream().map(Work::of).toList(),
        concerts);
  }

  private @Nullable Concert concert(JsonNode json, String programme) {
    String date = Work.text(json.path("Date"));
    LocalDate day;
    try {
      day = Instant.parse(date).atZone(HOME).toLocalDate();
    } catch (DateTimeException e) {
      skipped.add("concerts without a date", "%s has \"%s\"".formatted(programme, date));
      return null;
    }
    String what = programme + " on " + day;
    String venue = Work.text(json.path("Venue"));
    String location = Work.text(json.path("Location"));
    if (venue.isEmpty() || Place.cityOf(location).isEmpty()) {
      skipped.add("concerts without a venue or a town", what);
      return null;
    }
    LocalTime hour = hour(Work.text(json.path("Time")), what);
    if (hour == null) {
      return null;
    }
    ZoneId timezone = Place.zoneOf(location).orElse(HOME);
    if (Place.zoneOf(location).isEmpty()) {
      assumed.add("places of an unknown time zone, taken for New York's", location);
    }
    Place place = new Place(venue, Place.cityOf(location), timezone);
    return new Concert(place, day, hour, or(Work.text(json.path("eventType")), "Concert"));
  }

  private @Nullable LocalTime hour(String text, String what) {
    if (text.isEmpty() || text.equals("None")) {
      assumed.add("concerts without an hour, set to " + USUAL_HOUR, what);
      return USUAL_HOUR;
    }
    try {
      return LocalTime.parse(text, HOUR);
    } catch (DateTimeException e) {
      skipped.add("concerts whose hour cannot be read", "%s at \"%s\"".formatted(what, text));
      return null;
    }
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
