package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A buyer's own bookings, those not paid yet with how paying for them goes. */
@Component
class ReadBookings {

  private final BookingViewLedger bookings;
  private final AttemptLedger attempts;
  private final PurchaseSettings settings;

  ReadBookings(BookingViewLedger bookings, AttemptLedger attempts, PurchaseSettings settings) {
    this.bookings = bookings;
    this.attempts = attempts;
    this.settings = settings;
  }

  /** One page of a buyer's bookings, newest first, and how many there are. */
  record Page(List<BookingView> items, int page, int limit, long total) {}

  Page page(UserId user, int page, int limit) {
    return new Page(views(bookings.page(user, page, limit)), page, limit, bookings.count(user));
  }

  /** A booking of this buyer; someone else's is not there. */
  @Nullable BookingView find(BookingId id, UserId user) {
    var booking = bookings.find(id, user);
    return booking == null ? null : views(List.of(booking)).getFirst();
  }

  private List<BookingView> views(List<Booking> found) {
    var pending = found.stream().filter(ReadBookings::isPending).map(Booking::id).toList();
    var latest = attempts.latest(pending);
    return found.stream().map(it -> BookingView.of(it, payment(it, latest))).toList();
  }

  private @Nullable PaymentView payment(Booking booking, Map<BookingId, Attempt> latest) {
    var attempt = latest.get(booking.id());
    return attempt == null ? null : PaymentView.of(attempt, settings.attemptsMax());
  }

  private static boolean isPending(Booking booking) {
    return booking.status() == BookingStatus.PENDING;
  }
}
