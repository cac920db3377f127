package dev.boxoffice.event.venue;

import dev.boxoffice.event.seatingplan.LayoutSummary;
import java.util.List;
import java.util.UUID;

/** A venue as its organiser sees it when it is made: without seats. */
record VenueView(
    UUID venueId,
    String name,
    String city,
    String timezone,
    int totalSeats,
    List<LayoutSummary.Section> sections) {

  VenueView {
    sections = List.copyOf(sections);
  }

  static VenueView of(Venue venue, LayoutSummary layout) {
    return new VenueView(
        venue.id().value(),
        venue.name(),
        venue.city(),
        venue.timezone().getId(),
        venue.totalSeats(),
        layout.sections());
  }
}
