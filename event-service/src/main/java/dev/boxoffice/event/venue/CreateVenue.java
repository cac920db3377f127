package dev.boxoffice.event.venue;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.seatingplan.ArrangeSeats;
import dev.boxoffice.event.seatingplan.Layout;
import dev.boxoffice.event.seatingplan.LayoutSummary;
import dev.boxoffice.event.seatingplan.Layouts;
import dev.boxoffice.event.seatingplan.PlanOutcome;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds a venue with its layout. */
@Component
class CreateVenue {
  private final ArrangeSeats arrangeSeats;
  private final Layouts layouts;
  private final VenueRepository venues;
  private final Clock clock;

  CreateVenue(ArrangeSeats arrangeSeats, Layouts layouts, VenueRepository venues, Clock clock) {
    this.arrangeSeats = arrangeSeats;
    this.layouts = layouts;
    this.venues = venues;
    this.clock = clock;
  }

  /**
   * Not one transaction: a large plan takes a second to arrange, and a layout without a venue, left
   * by a crash in between, is found again by its hash.
   */
  CreateVenueOutcome create(OrganiserId organiser, NewVenue wanted) {
    return switch (arrangeSeats.arrange(wanted.plan())) {
      case PlanOutcome.Rejected(List<FieldError> errors) ->
          new CreateVenueOutcome.PlanRejected(errors);
      case PlanOutcome.Accepted(Layout layout) -> {
        LayoutSummary summary = layouts.keep(layout);
        VenueId id = new VenueId(UUID.randomUUID());
        Venue venue = venues.save(new Venue(id, organiser, wanted, summary, clock.instant()));
        yield new CreateVenueOutcome.Created(venue, summary);
      }
    };
  }
}
