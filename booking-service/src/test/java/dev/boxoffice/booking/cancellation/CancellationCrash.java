package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.fakes.FakeSeats;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Seats of a paid booking given back at half their price, by a run that dies at one point.
 *
 * @param card says how the provider's answers and events about the refund fare
 */
record CancellationCrash(
    String card, String point, boolean whole, FakeSeats.Hold hold, UUID bookingId) {

  static final String REVOKE_IS_BEGUN = "revoking is begun";
  static final String REVOKED = "the tickets are revoked";
  static final String SETTLED = "it is recorded as a fact";
  static final String RETURN_IS_BEGUN = "returning is begun";
  static final String RETURNED = "the seats are returned";
  static final String RETURN_IS_RECORDED = "the return is recorded";
  static final String REFUND_IS_BEGUN = "the refund is begun";
  static final String REFUNDED = "the refund has its answer";
  static final String REFUND_IS_RECORDED = "the refund is recorded";

  static final List<String> POINTS =
      List.of(
          REVOKE_IS_BEGUN,
          REVOKED,
          SETTLED,
          RETURN_IS_BEGUN,
          RETURNED,
          RETURN_IS_RECORDED,
          REFUND_IS_BEGUN,
          REFUNDED,
          REFUND_IS_RECORDED);

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
