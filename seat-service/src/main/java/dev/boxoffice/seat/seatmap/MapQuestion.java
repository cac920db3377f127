package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.SectionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of which map somebody asks for, read from a request that is written as almost all are: ids
 * of 36 characters, and no parameter but one that is known.
 *
 * @param eventId the event that the show must be of; null where the path names none
 * @param sectionId the one section wanted; null for all
 */
record MapQuestion(
    UUID showId, @Nullable UUID eventId, MapSnapshot.Form form, @Nullable UUID sectionId) {

  /** The plan has no such section, or is another event's. */
  static final int NO_SECTION = -2;

  private static final String EVENTS = "/v1/events/";
  private static final String SHOWS = "/shows/";
  private static final String SEATS = "/seats";
  private static final String ALL_SHOWS = "/v1/shows/";
  private static final String AVAILABILITY = "/availability";
  private static final String SECTION = "section=";
  private static final int ID_LENGTH = 36;

  /** Null if it is something else, or something that has to be looked at more closely. */
  static @Nullable MapQuestion read(String path, @Nullable String query) {
    if (path.startsWith(ALL_SHOWS) && path.endsWith(AVAILABILITY)) {
      return availability(path, query);
    }
    int show = EVENTS.length() + ID_LENGTH + SHOWS.length();
    if (!path.startsWith(EVENTS)
        || path.length() != show + ID_LENGTH + SEATS.length()
        || !path.endsWith(SEATS)
        || !path.startsWith(SHOWS, EVENTS.length() + ID_LENGTH)) {
      return null;
    }
    UUID eventId = id(path, EVENTS.length());
    UUID showId = id(path, show);
    if (eventId == null || showId == null) {
      return null;
    }
    if (query == null) {
      return new MapQuestion(showId, eventId, MapSnapshot.Form.SEATS, null);
    }
    if (query.equals("view=sections")) {
      return new MapQuestion(showId, eventId, MapSnapshot.Form.COUNTS, null);
    }
    UUID section =
        query.startsWith(SECTION) && query.length() == SECTION.length() + ID_LENGTH
            ? id(query, SECTION.length())
            : null;
    return section == null
        ? null
        : new MapQuestion(showId, eventId, MapSnapshot.Form.SEATS, section);
  }

  /** The place of what is wanted in the plan. */
  int sectionOf(SeatPlan plan) {
    if (eventId != null && !plan.eventId().equals(eventId)) {
      return NO_SECTION;
    }
    if (sectionId == null) {
      return MapSnapshot.ALL_SECTIONS;
    }
    int place = plan.indexOf(new SectionId(sectionId));
    return place < 0 ? NO_SECTION : place;
  }

  private static @Nullable MapQuestion availability(String path, @Nullable String query) {
    boolean usual =
        query == null && path.length() == ALL_SHOWS.length() + ID_LENGTH + AVAILABILITY.length();
    UUID showId = usual ? id(path, ALL_SHOWS.length()) : null;
    return showId == null ? null : new MapQuestion(showId, null, MapSnapshot.Form.TWO_BITS, null);
  }

  private static @Nullable UUID id(String text, int from) {
    for (int i = 0; i < ID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(from + i);
      if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return null;
      }
    }
    return UUID.fromString(text.substring(from, from + ID_LENGTH));
  }
}
