package dev.boxoffice.event.venue;

import dev.boxoffice.event.OrganiserId;
import dev.boxoffice.event.seatingplan.LayoutHash;
import dev.boxoffice.event.seatingplan.LayoutSummary;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A place with seats. It never changes: shows that are on sale rely on it. */
@Entity
@Table(name = "venues")
public class Venue {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "venue_id"))
  private VenueId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "organiser_id"))
  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private OrganiserId organiser;

  private String name;
  private String city;
  private String timezone;
  private String layoutHash;
  private int totalSeats;

  @SuppressWarnings("UnusedVariable") // only SQL reads it
  private Instant createdAt;

  /** Null until stored: how Spring Data tells a new row from a changed one. */
  @Version private @Nullable Integer version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Venue() {}

  Venue(VenueId id, OrganiserId organiser, NewVenue wanted, LayoutSummary layout, Instant now) {
    this.id = id;
    this.organiser = organiser;
    this.name = wanted.name().strip();
    this.city = wanted.city().strip();
    this.timezone = wanted.timezone();
    this.layoutHash = layout.hash().value();
    this.totalSeats = layout.totalSeats();
    this.createdAt = now;
  }

  public VenueId id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String city() {
    return city;
  }

  public ZoneId timezone() {
    return ZoneId.of(timezone);
  }

  public LayoutHash layoutHash() {
    return new LayoutHash(layoutHash);
  }

  public int totalSeats() {
    return totalSeats;
  }
}
