package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.BookOutcome;
import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.SeatId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns a hold that is being paid into booked seats: all of them, before the deadline, once. */
@Component
public class BookHold {
  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final HeldSeatLedger heldSeats;
  private final SeatLedger seats;
  private final SeatNews news;

  BookHold(
      BoundedTransactions transactions,
      HoldLedger holds,
      HeldSeatLedger heldSeats,
      SeatLedger seats,
      SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.heldSeats = heldSeats;
    this.seats = seats;
    this.news = news;
  }

  public BookOutcome book(HoldId holdId, PaymentAttempt payment) {
    return switch (transactions.run(_ -> bookInTransaction(holdId, payment))) {
      case Step.Changed(HoldRecord hold, BookOutcome outcome, var changes) -> {
        news.booked(hold, changes);
        yield outcome;
      }
      case Step.Unchanged(BookOutcome outcome) -> outcome;
    };
  }

  private Step bookInTransaction(HoldId holdId, PaymentAttempt payment) {
    BookingId bookingId = payment.bookingId();
    HoldRecord hold = holds.lock(holdId).orElse(null);
    if (hold == null) {
      return new Step.Unchanged(new BookOutcome.NotFound());
    }
    List<SeatId> seatIds = heldSeats.seatsOf(holdId);
    if (hold.bookedAt() != null && hold.isOf(payment)) {
      return new Step.Unchanged(
          new BookOutcome.Booked(holdId, bookingId, seatIds, hold.bookedAt()));
    }
    if (holds.book(holdId, payment) != 1) {
      return new Step.Unchanged(new BookOutcome.Expired());
    }
    List<SeatsChanged.Change> changes = seats.book(hold.showId(), holdId, bookingId, seatIds);
    if (changes.size() != hold.seatCount()) {
      throw new IllegalStateException(
          "hold " + holdId + " has " + changes.size() + " of " + hold.seatCount() + " seats");
    }
    var bookedAt = Objects.requireNonNull(holds.find(holdId).orElseThrow().bookedAt());
    return new Step.Changed(
        hold, new BookOutcome.Booked(holdId, bookingId, seatIds, bookedAt), changes);
  }

  private sealed interface Step {
    record Changed(HoldRecord hold, BookOutcome outcome, List<SeatsChanged.Change> changes)
        implements Step {}

    record Unchanged(BookOutcome outcome) implements Step {}
  }
}
