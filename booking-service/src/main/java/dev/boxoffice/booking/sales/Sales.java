package dev.boxoffice.booking.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A show's sale. Amounts are minor units of {@code currency}; {@code revenue} is what was taken for
 * all seats ever sold, {@code refunds} what of it went back or is due.
 *
 * @param countedAt how old {@code held} and {@code available} are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sales(
    UUID showId,
    @Nullable String title,
    @Nullable Instant showTime,
    long sold,
    long held,
    long available,
    long revenue,
    long refunds,
    @Nullable String currency,
    long checkedIn,
    @Nullable Instant countedAt,
    List<Section> sections,
    List<Hour> hours,
    @Nullable ShowCancellation cancellation) {

  /** The same of one section; its name is known once a seat of it was sold. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Section(
      UUID sectionId,
      @Nullable String section,
      long sold,
      long held,
      long available,
      long revenue,
      long refunds,
      long checkedIn) {}

  /** What happened in one hour, by when it happened. */
  record Hour(
      Instant hour, long sold, long cancelled, long revenue, long refunds, long checkedIn) {}

  /** How far the cancellation of a show is. */
  record ShowCancellation(
      Instant cancelledAt, long bookingsLeft, long bookingsCancelled, long refundsDue) {}
}
