package dev.boxoffice.event.venue;

import dev.boxoffice.event.seatingplan.LayoutSummary;
import dev.boxoffice.event.seatingplan.Layouts;
import org.springframework.stereotype.Component;

/** The venues that are known to exist, and what seats they have. */
@Component
public class VenueLayouts {
  private final VenueRepository venues;
  private final Layouts layouts;

  VenueLayouts(VenueRepository venues, Layouts layouts) {
    this.venues = venues;
    this.layouts = layouts;
  }

  /** The venue of something that takes place there. */
  public Venue venue(VenueId id) {
    return venues
        .findById(id)
        .orElseThrow(() -> new IllegalStateException("No venue " + id + ", yet used"));
  }

  public LayoutSummary layout(Venue venue) {
    return layouts.summary(venue.layoutHash());
  }
}
