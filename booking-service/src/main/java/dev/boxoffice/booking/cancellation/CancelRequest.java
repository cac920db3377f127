package dev.boxoffice.booking.cancellation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The optional body of a request to cancel. */
record CancelRequest(
    @Nullable @Size(max = 500) String reason,
    @Nullable @Size(min = 1, max = 100) List<@NotNull UUID> seatIds) {

  /** A blank reason is none: ticket-service, which is told it, takes no blank one. */
  CancelRequest {
    // Trimmed first, because control characters alone are no words either.
    reason = reason == null || reason.trim().isBlank() ? null : reason;
  }
}
