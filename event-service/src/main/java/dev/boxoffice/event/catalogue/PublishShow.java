package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.seatingplan.LayoutSummary;
import dev.boxoffice.event.venue.Venue;
import dev.boxoffice.event.venue.VenueLayouts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a show to an event and announces it; the seat service then makes its seats. */
@Component
class PublishShow {
  private final EventRepository events;
  private final ShowRepository shows;
  private final VenueLayouts venues;
  private final AnnounceShow announce;
  private final Clock clock;

  PublishShow(
      EventRepository events,
      ShowRepository shows,
      VenueLayouts venues,
      AnnounceShow announce,
      Clock clock) {
    this.events = events;
    this.shows = shows;
    this.venues = venues;
    this.announce = announce;
    this.clock = clock;
  }

  @Transactional
  public PublishShowOutcome publish(OrganiserId organiser, EventId eventId, NewShow wanted) {
    Event event = events.lockOwn(eventId, organiser).orElse(null);
    if (event == null) {
      return new PublishShowOutcome.EventUnknown();
    }
    Venue venue = venues.venue(event.venueId());
    LayoutSummary layout = venues.layout(venue);
    List<FieldError> errors = wanted.errors(layout.priceCategories());
    if (!errors.isEmpty()) {
      return new PublishShowOutcome.Malformed(errors);
    }
    if (event.status() == EventStatus.CANCELLED) {
      return new PublishShowOutcome.EventCancelled();
    }
    ShowId id = new ShowId(UUID.randomUUID());
    Show show = shows.save(new Show(id, event, venue, layout, wanted, clock.instant()));
    announce.published(show, event, venue);
    return new PublishShowOutcome.Published(id);
  }
}
