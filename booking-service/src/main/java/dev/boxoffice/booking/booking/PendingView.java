package dev.boxoffice.booking.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking whose payment nobody knows the outcome of yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PendingView(UUID bookingId, BookingStatus status, @Nullable NextAction nextAction) {

  /** What the buyer has to do. */
  record NextAction(String type, URI url) {}

  static PendingView of(ConfirmOutcome.Pending pending) {
    var action = pending.nextAction();
    return new PendingView(
        pending.bookingId().value(),
        BookingStatus.PENDING,
        action == null ? null : new NextAction("redirect", action));
  }
}
