package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in a list.
 *
 * @param priceFrom the lowest price, in minor units, of the shows to come in the next one's
 *     currency
 */
public record EventItem(
    UUID eventId,
    String title,
    @Nullable String description,
    EventCategory category,
    String city,
    Place venue,
    LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String posterUrl,
    String status,
    @Nullable Long priceFrom,
    @Nullable String currency,
    @Nullable Instant nextShowTime,
    Availability availability) {
  /** Few are left when less than one seat in this many is. */
  private static final int FEW = 10;

  /** Where it is, and in which time zone its shows are. */
  public record Place(UUID venueId, String name, String city, ZoneId timezone) {}

  /** From its shows to come, the next one first. */
  static EventItem of(Event event, Venue venue, List<ShowState> upcoming) {
    ShowState next = upcoming.isEmpty() ? null : upcoming.getFirst();
    return new EventItem(
        event.id().value(),
        event.title(),
        event.description(),
        event.category(),
        venue.city(),
        new Place(venue.id().value(), venue.name(), venue.city(), venue.timezone()),
        event.startDate(),
        event.endDate(),
        event.posterUrl(),
        event.status().name(),
        next == null ? null : lowestPrice(upcoming, next.show().terms().currency()),
        next == null ? null : next.show().terms().currency(),
        next == null ? null : next.show().showTime(),
        availability(upcoming));
  }

  private static @Nullable Long lowestPrice(List<ShowState> upcoming, String currency) {
    return upcoming.stream()
        .filter(state -> state.show().terms().currency().equals(currency))
        .map(ShowState::priceFrom)
        .min(Long::compare)
        .orElse(null);
  }

  private static Availability availability(List<ShowState> upcoming) {
    List<ShowState> opened =
        upcoming.stream()
            .filter(
                state ->
                    switch (state.status()) {
                      case OPEN, SOLD_OUT -> true;
                      case PREPARING, CANCELLED, ENDED -> false;
                    })
            .toList();
    if (opened.isEmpty()) {
      return Availability.NONE;
    }
    if (opened.stream().allMatch(state -> state.status() == ShowStatus.SOLD_OUT)) {
      return Availability.SOLD_OUT;
    }
    long total = opened.stream().mapToLong(ShowState::totalSeats).sum();
    long available = opened.stream().mapToLong(ShowState::availableSeats).sum();
    return available * FEW < total ? Availability.FEW_LEFT : Availability.AVAILABLE;
  }
}
