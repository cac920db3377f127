package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.event.venue.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other services about shows, in the transaction that changes them. */
@Component
class AnnounceShow {
  private static final String TOPIC = "catalogue.show";

  private record DynamicPricing(boolean enabled) {}

  private record Overbooking(boolean enabled, BigDecimal percentMax) {}

  /** The whole show, so that nobody has to ask back. */
  private record Published(
      UUID showId,
      UUID eventId,
      UUID venueId,
      String organiserId,
      String title,
      EventCategory category,
      String venueName,
      String city,
      String timezone,
      String layoutHash,
      Instant showTime,
      @Nullable Instant salesStartAt,
      String currency,
      Map<String, Long> prices,
      int seatsPerUserMax,
      QueueMode queue,
      DynamicPricing dynamicPricing,
      Overbooking overbooking,
      boolean allowOrphanSeats) {}

  private record Cancelled(UUID showId, UUID eventId, Instant cancelledAt) {}

  private final Outbox outbox;

  AnnounceShow(Outbox outbox) {
    this.outbox = outbox;
  }

  void published(Show show, Event event, Venue venue) {
    append(show, "catalogue.show.published", body(show, event, venue));
  }

  void changed(Show show, Event event, Venue venue) {
    append(show, "catalogue.show.changed", body(show, event, venue));
  }

  void cancelled(Show show) {
    append(
        show,
        "catalogue.show.cancelled",
        new Cancelled(
            show.id().value(), show.eventId().value(), Objects.requireNonNull(show.cancelledAt())));
  }

  private void append(Show show, String type, Object body) {
    outbox.append(TOPIC, show.id().toString(), type, body);
  }

  private static Published body(Show show, Event event, Venue venue) {
    ShowTerms terms = show.terms();
    return new Published(
        show.id().value(),
        event.id().value(),
        venue.id().value(),
        event.organiser().value(),
        event.title(),
        event.category(),
        venue.name(),
        venue.city(),
        venue.timezone().getId(),
        show.layoutHash().value(),
        show.showTime(),
        terms.salesStartAt(),
        terms.currency(),
        show.prices(),
        terms.seatsPerUserMax(),
        terms.queue(),
        new DynamicPricing(terms.dynamicPricing()),
        new Overbooking(terms.overbooking(), terms.overbookingPercentMax()),
        terms.allowOrphanSeats());
  }
}
