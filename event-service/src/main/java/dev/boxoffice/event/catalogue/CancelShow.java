package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.OrganiserId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a show for good. The services that hold its seats, bookings and tickets are told. */
@Component
class CancelShow {
  private final EventRepository events;
  private final ShowRepository shows;
  private final AnnounceShow announce;
  private final Clock clock;

  CancelShow(EventRepository events, ShowRepository shows, AnnounceShow announce, Clock clock) {
    this.events = events;
    this.shows = shows;
    this.announce = announce;
    this.clock = clock;
  }

  @Transactional
  public CancelShowOutcome cancel(OrganiserId organiser, EventId eventId, ShowId showId) {
    if (events.lockOwn(eventId, organiser).isEmpty()) {
      return new CancelShowOutcome.EventUnknown();
    }
    Show show = shows.lock(eventId, showId).orElse(null);
    if (show == null) {
      return new CancelShowOutcome.ShowUnknown();
    }
    if (show.cancel(clock.instant())) {
      announce.cancelled(show);
    }
    return new CancelShowOutcome.Cancelled();
  }
}
