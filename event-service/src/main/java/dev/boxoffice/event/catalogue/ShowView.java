package dev.boxoffice.event.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A show as everybody sees it. */
public record ShowView(
    UUID showId,
    UUID eventId,
    UUID venueId,
    Instant showTime,
    @Nullable Instant salesStartAt,
    int totalSeats,
    int availableSeats,
    ShowStatus status,
    String currency,
    long priceFrom,
    QueueStatus queue,
    int seatsPerUserMax) {

  static ShowView of(ShowState state) {
    Show show = state.show();
    return new ShowView(
        show.id().value(),
        show.eventId().value(),
        show.venueId().value(),
        show.showTime(),
        show.terms().salesStartAt(),
        state.totalSeats(),
        state.availableSeats(),
        state.status(),
        show.terms().currency(),
        state.priceFrom(),
        state.queue(),
        show.terms().seatsPerUserMax());
  }
}
