package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.fakes.FakeSeats;
import java.util.Set;
import java.util.UUID;

/**
 * Seats of a paid booking given back at half their price, by a run that dies at one point.
 *
 * @param card says how the provider's answers and events about the refund fare
 */
record CancellationCrash(
    String card, String point, boolean whole, FakeSeats.Hold hold, UUID bookingId) {

  /** The seats that go. */
  Set<UUID> seatIds() {
    return whole ? Set.copyOf(hold.seatIds) : Set.of(hold.seatIds.getFirst());
  }

  boolean isRefused() {
    return card.contains("refund_declined");
  }

  @Override
  public String toString() {
    return (whole ? "all" : "some") + " seats paid with " + card + ", dies when " + point;
  }
}
