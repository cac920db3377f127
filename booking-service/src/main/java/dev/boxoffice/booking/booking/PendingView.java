package dev.boxoffice.booking.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking whose payment nobody knows the outcome of yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PendingView(UUID bookingId, BookingStatus status, @Nullable NextAction nextAction) {

  static PendingView of(ConfirmOutcome.Pending pending) {
    return new PendingView(
        pending.bookingId().value(),
        BookingStatus.PENDING,
        NextAction.redirectTo(pending.nextAction()));
  }
}
