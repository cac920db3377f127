package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.venue.Venue;
import dev.boxoffice.event.venue.Venues;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what an event says about itself. Cancelling it cancels its shows to come. */
@Component
class ChangeEvent {
  private final EventRepository events;
  private final ShowRepository shows;
  private final Venues venues;
  private final AnnounceShow announce;
  private final Clock clock;

  ChangeEvent(
      EventRepository events,
      ShowRepository shows,
      Venues venues,
      AnnounceShow announce,
      Clock clock) {
    this.events = events;
    this.shows = shows;
    this.venues = venues;
    this.announce = announce;
    this.clock = clock;
  }

  /** False if the organiser has no such event. */
  @Transactional
  public boolean change(OrganiserId organiser, EventId id, EventChange change) {
    Event event = events.lockOwn(id, organiser).orElse(null);
    if (event == null) {
      return false;
    }
    boolean renamed = event.change(change);
    boolean cancelled = event.status() == EventStatus.CANCELLED;
    if (renamed || cancelled) {
      Instant now = clock.instant();
      List<Show> upcoming = shows.lockUpcoming(id, now);
      Venue venue = venues.find(event.venueId()).orElseThrow();
      for (Show show : upcoming) {
        if (cancelled && show.cancel(now)) {
          announce.cancelled(show);
        } else {
          announce.changed(show, event, venue);
        }
      }
    }
    return true;
  }
}
