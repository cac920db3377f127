package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.venue.Venue;
import dev.boxoffice.event.venue.VenueId;
import dev.boxoffice.event.venue.Venues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds an event in a venue. */
@Component
class CreateEvent {
  private final EventRepository events;
  private final Venues venues;
  private final Clock clock;

  CreateEvent(EventRepository events, Venues venues, Clock clock) {
    this.events = events;
    this.venues = venues;
    this.clock = clock;
  }

  CreateEventOutcome create(OrganiserId organiser, NewEvent wanted) {
    List<FieldError> errors = new ArrayList<>(wanted.errors());
    Venue venue = venues.find(new VenueId(wanted.venueId())).orElse(null);
    if (venue == null) {
      errors.add(new FieldError("venueId", "is not a venue"));
    }
    if (venue == null || !errors.isEmpty()) {
      return new CreateEventOutcome.Malformed(errors);
    }
    EventId id = new EventId(UUID.randomUUID());
    var _ = events.save(new Event(id, organiser, venue, wanted, clock.instant()));
    return new CreateEventOutcome.Created(id);
  }
}
