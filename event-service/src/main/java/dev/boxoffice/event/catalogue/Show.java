package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.seatingplan.LayoutHash;
import dev.boxoffice.event.seatingplan.LayoutSummary;
import dev.boxoffice.event.venue.Venue;
import dev.boxoffice.event.venue.VenueId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One performance of an event, as its organiser published it. */
@Entity
@Table(name = "shows")
class Show {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "show_id"))
  private ShowId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "event_id"))
  private EventId eventId;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "venue_id"))
  private VenueId venueId;

  private String layoutHash;
  private Instant showTime;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private LocalDate localDate;

  @Embedded private ShowTerms terms;
  private long lowestPrice;
  private int totalSeats;
  private @Nullable Instant cancelledAt;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private Instant createdAt;

  @ElementCollection
  @CollectionTable(name = "show_prices", joinColumns = @JoinColumn(name = "show_id"))
  @MapKeyColumn(name = "price_category")
  @Column(name = "amount")
  private Map<String, Long> prices = new LinkedHashMap<>();

  /** Null until stored: how Spring Data tells a new row from a changed one. */
  @Version private @Nullable Integer version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Show() {}

  Show(ShowId id, Event event, Venue venue, LayoutSummary layout, NewShow wanted, Instant now) {
    this.id = id;
    this.eventId = event.id();
    this.venueId = venue.id();
    this.layoutHash = layout.hash().value();
    this.showTime = wanted.showTime().truncatedTo(ChronoUnit.MICROS);
    this.localDate = LocalDate.ofInstant(showTime, venue.timezone());
    this.terms = wanted.terms();
    this.lowestPrice =
        layout.priceCategories().stream()
            .mapToLong(category -> wanted.prices().getOrDefault(category, Long.MAX_VALUE))
            .min()
            .orElseThrow();
    this.totalSeats = layout.totalSeats();
    this.prices.putAll(wanted.prices());
    this.createdAt = now;
  }

  /** Cancels the show; false if it was cancelled before. */
  boolean cancel(Instant now) {
    if (cancelledAt != null) {
      return false;
    }
    cancelledAt = now.truncatedTo(ChronoUnit.MICROS);
    return true;
  }

  ShowId id() {
    return id;
  }

  EventId eventId() {
    return eventId;
  }

  VenueId venueId() {
    return venueId;
  }

  LayoutHash layoutHash() {
    return new LayoutHash(layoutHash);
  }

  Instant showTime() {
    return showTime;
  }

  ShowTerms terms() {
    return terms;
  }

  long lowestPrice() {
    return lowestPrice;
  }

  int totalSeats() {
    return totalSeats;
  }

  @Nullable Instant cancelledAt() {
    return cancelledAt;
  }

  Map<String, Long> prices() {
    return Map.copyOf(prices);
  }
}
