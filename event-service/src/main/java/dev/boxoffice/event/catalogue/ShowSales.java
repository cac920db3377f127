package dev.boxoffice.event.catalogue;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was last heard of a show's sale. Read here, written by {@link ShowSalesLedger}. */
@Entity
@Immutable
@Table(name = "show_sales")
class ShowSales {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "show_id"))
  private ShowId id;

  private @Nullable Instant openedAt;
  private @Nullable Integer totalSeats;
  private @Nullable Integer availableSeats;
  private @Nullable Integer heldSeats;
  private @Nullable Long priceFrom;
  private @Nullable Boolean roomOpen;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ShowSales() {}

  ShowId id() {
    return id;
  }

  boolean isOpened() {
    return openedAt != null;
  }

  @Nullable Integer totalSeats() {
    return totalSeats;
  }

  @Nullable Integer availableSeats() {
    return availableSeats;
  }

  @Nullable Integer heldSeats() {
    return heldSeats;
  }

  @Nullable Long priceFrom() {
    return priceFrom;
  }

  @Nullable Boolean roomOpen() {
    return roomOpen;
  }
}
