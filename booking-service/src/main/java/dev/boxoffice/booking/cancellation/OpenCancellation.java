package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.booking.Booking;
import dev.boxoffice.booking.booking.BookingStatus;
import dev.boxoffice.booking.booking.Bookings;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import dev.boxoffice.booking.show.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a cancellation if the booking allows it, and fixes what it gives back. */
@Component
class OpenCancellation {

  private final Bookings bookings;
  private final CancellationLedger cancellations;
  private final Shows shows;
  private final UnfinishedWork work;

  OpenCancellation(
      Bookings bookings, CancellationLedger cancellations, Shows shows, UnfinishedWork work) {
    this.bookings = bookings;
    this.cancellations = cancellations;
    this.shows = shows;
    this.work = work;
  }

  /** For the buyer, who runs it. */
  @Transactional
  CancelOpening open(CancelCommand command, Instant asked) {
    bookings.lock(command.bookingId());
    var booking = bookings.find(command.bookingId(), command.userId());
    if (booking == null) {
      return decided(new CancelOutcome.NotFound());
    }
    if (booking.status() == BookingStatus.PENDING || booking.status() == BookingStatus.FAILED) {
      return notCancellable(CancelOutcome.Why.NOT_CONFIRMED);
    }
    var foreign = notOf(booking, command.seatIds());
    if (!foreign.isEmpty()) {
      return decided(new CancelOutcome.NotItsSeats(foreign));
    }
    var before = cancellations.of(command.bookingId());
    var repeated = repeated(before, command.seatIds(), booking);
    if (repeated != null) {
      return new CancelOpening.Same(repeated.id());
    }
    if (before.stream().anyMatch(c -> c.step() == CancellationStep.REVOKE)) {
      return new CancelOpening.OtherRunning();
    }
    if (!asked.isBefore(showTime(booking))) {
      return notCancellable(CancelOutcome.Why.SHOW_OVER);
    }
    var id = begin(booking, command.seatIds(), Cause.BUYER, command.reason(), asked);
    return new CancelOpening.Begun(id, work.begin(WorkKind.CANCELLATION, id.value()));
  }

  /** For a show that was cancelled; whoever finds it due runs it. */
  @Transactional
  void openForShow(BookingId id, Instant asked) {
    bookings.lock(id);
    var booking = bookings.find(id);
    if (booking == null
        || booking.status() != BookingStatus.CONFIRMED
        || cancellations.of(id).stream().anyMatch(c -> c.step() == CancellationStep.REVOKE)) {
      return;
    }
    var begun = begin(booking, Set.of(), Cause.SHOW, "The show was cancelled", asked);
    work.beginLater(WorkKind.CANCELLATION, begun.value(), Duration.ZERO);
  }

  private CancellationId begin(
      Booking booking, Set<SeatId> requested, Cause cause, @Nullable String reason, Instant asked) {
    var order = booking.requiredOrder();
    var seatIds =
        order.seatsLeft().stream()
            .filter(seat -> requested.isEmpty() || requested.contains(seat))
            .collect(Collectors.toUnmodifiableSet());
    int percentage = RefundPolicy.percentage(cause, asked, showTime(booking));
    var amount = order.priceOf(seatIds).percent(percentage);
    var terms = new CancellationLedger.Terms(cause, reason, percentage, amount);
    return cancellations.begin(booking.id(), requested, seatIds, terms, asked);
  }

  /** The cancellation that this is a repetition of: the same wish, or one for seats long gone. */
  private static @Nullable Cancellation repeated(
      List<Cancellation> before, Set<SeatId> requested, Booking booking) {
    for (var cancellation : before) {
      if (cancellation.requested().equals(requested)) {
        return cancellation;
      }
    }
    var left = booking.requiredOrder().seatsLeft();
    if (requested.isEmpty() ? !left.isEmpty() : requested.stream().anyMatch(left::contains)) {
      return null;
    }
    for (var cancellation : before) {
      if (requested.isEmpty() || requested.stream().anyMatch(cancellation.seatIds()::contains)) {
        return cancellation;
      }
    }
    return null;
  }

  private static Set<SeatId> notOf(Booking booking, Set<SeatId> seatIds) {
    var its =
        booking.requiredOrder().seats().stream()
            .map(seat -> seat.seat().seatId())
            .collect(Collectors.toUnmodifiableSet());
    return seatIds.stream()
        .filter(seat -> !its.contains(seat))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The catalogue knows best; before it was heard, what seat-service said at the purchase. */
  private Instant showTime(Booking booking) {
    var order = booking.requiredOrder();
    var show = shows.find(order.showId());
    return show == null || show.showTime() == null ? order.showTime() : show.showTime();
  }

  private static CancelOpening notCancellable(CancelOutcome.Why why) {
    return decided(new CancelOutcome.NotCancellable(why));
  }

  private static CancelOpening decided(CancelOutcome outcome) {
    return new CancelOpening.Decided(outcome);
  }
}
