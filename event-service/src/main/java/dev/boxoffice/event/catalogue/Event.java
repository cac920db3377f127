package dev.boxoffice.event.catalogue;

import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.venue.Venue;
import dev.boxoffice.event.venue.VenueId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that is on. */
@Entity
@Table(name = "events")
class Event {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "event_id"))
  private EventId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "organiser_id"))
  private OrganiserId organiser;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "venue_id"))
  private VenueId venueId;

  private String title;
  private @Nullable String description;

  @Enumerated(EnumType.STRING)
  private EventCategory category;

  private LocalDate startDate;
  private @Nullable LocalDate endDate;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private Instant endsAt;

  private @Nullable String posterUrl;
  private Metadata metadata;

  @Enumerated(EnumType.STRING)
  private EventStatus status;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private String searchTitle;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private String searchText;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private Instant createdAt;

  /** Null until stored: how Spring Data tells a new row from a changed one. */
  @Version private @Nullable Integer version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Event() {}

  Event(EventId id, OrganiserId organiser, Venue venue, NewEvent wanted, Instant now) {
    this.id = id;
    this.organiser = organiser;
    this.venueId = venue.id();
    this.title = wanted.title().strip();
    this.description = emptyToNull(wanted.description());
    this.category = wanted.category();
    this.startDate = wanted.startDate();
    this.endDate = wanted.endDate();
    this.endsAt =
        Objects.requireNonNullElse(wanted.endDate(), wanted.startDate())
            .plusDays(1)
            .atStartOfDay(venue.timezone())
            .toInstant();
    this.posterUrl = wanted.posterUrl();
    this.metadata = Objects.requireNonNullElseGet(wanted.metadata(), Metadata::empty);
    this.status = EventStatus.ACTIVE;
    this.createdAt = now;
    this.searchTitle = SearchText.of(title);
    this.searchText = searchTextOf(title, description);
  }

  /** Makes the change; true if people must be told of a new title. */
  boolean change(EventChange change) {
    String before = title;
    title = change.title() == null ? title : change.title().strip();
    description = change.description() == null ? description : emptyToNull(change.description());
    posterUrl = change.posterUrl() == null ? posterUrl : emptyToNull(change.posterUrl());
    metadata = Objects.requireNonNullElse(change.metadata(), metadata);
    status = Objects.requireNonNullElse(change.status(), status);
    searchTitle = SearchText.of(title);
    searchText = searchTextOf(title, description);
    return !title.equals(before);
  }

  private static String searchTextOf(String title, @Nullable String description) {
    return SearchText.of(description == null ? title : title + " " + description);
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  EventId id() {
    return id;
  }

  OrganiserId organiser() {
    return organiser;
  }

  VenueId venueId() {
    return venueId;
  }

  String title() {
    return title;
  }

  @Nullable String description() {
    return description;
  }

  EventCategory category() {
    return category;
  }

  LocalDate startDate() {
    return startDate;
  }

  @Nullable LocalDate endDate() {
    return endDate;
  }

  @Nullable String posterUrl() {
    return posterUrl;
  }

  Metadata metadata() {
    return metadata;
  }

  EventStatus status() {
    return status;
  }
}
