package dev.boxoffice.booking.cancellation;

import java.util.UUID;

/** One cancellation of a booking or of some of its seats; its refund has the same id. */
record CancellationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
