package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.SeatLedger.SeatToBook;
import dev.boxoffice.seat.allocation.hold.BookOutcome;
import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.allocation.load.Batch;
import dev.boxoffice.seat.allocation.load.BatchQueue;
import dev.boxoffice.seat.allocation.load.Batches;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Turns holds that are being paid into booked seats, together with others at the same time: of each
 * hold all seats, before the deadline, once.
 */
@Component
public class BookHold {
  private final HoldLedger holds;
  private final HeldSeatLedger heldSeats;
  private final SeatLedger seats;
  private final SeatNews news;
  private final BatchQueue<Order, Step> batches;

  BookHold(
      Batches batches,
      HoldLedger holds,
      HeldSeatLedger heldSeats,
      SeatLedger seats,
      SeatNews news) {
    this.holds = holds;
    this.heldSeats = heldSeats;
    this.seats = seats;
    this.news = news;
    this.batches = batches.of(new Together());
  }

  public BookOutcome book(HoldId holdId, PaymentAttempt payment) {
    return batches.ask(new Order(holdId, payment)).outcome();
  }

  private record Order(HoldId holdId, PaymentAttempt payment) {}

  /** Seats of one show that were booked. */
  private record Booked(
      ShowId showId, Map<SeatId, HoldId> owners, List<SeatsChanged.Change> changes) {}

  /** An outcome, and what the whole batch has booked. */
  private record Step(BookOutcome outcome, List<Booked> booked) {}

  private final class Together implements Batch<Order, Step> {
    @Override
    public Object laneOf(Order order) {
      return BookHold.class;
    }

    @Override
    public Collection<?> keysOf(Order order) {
      return List.of(order.holdId());
    }

    @Override
    public List<Step> carryOut(TransactionStatus transaction, List<Order> orders) {
      Map<HoldId, HoldRecord> locked = holds.lock(orders.stream().map(Order::holdId).toList());
      List<HoldRecord> bookable =
          orders.stream()
              .filter(order -> isBookable(order, locked.get(order.holdId())))
              .map(order -> locked.get(order.holdId()))
              .toList();
      Map<HoldId, Instant> bookedNow = bookHolds(bookable);
      Map<HoldId, List<SeatId>> seatsOf = heldSeats.seatsOf(locked.keySet());
      List<Booked> booked =
          bookable.stream().collect(Collectors.groupingBy(HoldRecord::showId)).values().stream()
              .map(ofShow -> bookSeats(ofShow, seatsOf))
              .toList();
      return orders.stream()
          .map(
              order ->
                  new Step(outcome(order, locked.get(order.holdId()), bookedNow, seatsOf), booked))
          .toList();
    }

    @Override
    public void tell(List<Step> steps) {
      steps
          .getFirst()
          .booked()
          .forEach(seats -> news.booked(seats.showId(), seats.owners(), seats.changes()));
    }
  }

  private static boolean isBookable(Order order, @Nullable HoldRecord hold) {
    return hold != null
        && hold.status() == HoldStatus.PAYING
        && hold.live()
        && hold.isOf(order.payment());
  }

  private static BookOutcome outcome(
      Order order,
      @Nullable HoldRecord hold,
      Map<HoldId, Instant> bookedNow,
      Map<HoldId, List<SeatId>> seatsOf) {
    if (hold == null) {
      return new BookOutcome.NotFound();
    }
    Instant before = hold.isOf(order.payment()) ? hold.bookedAt() : null;
    Instant bookedAt = before == null ? bookedNow.get(order.holdId()) : before;
    return bookedAt == null
        ? new BookOutcome.Expired()
        : new BookOutcome.Booked(
            order.holdId(),
            order.payment().bookingId(),
            seatsOf.getOrDefault(order.holdId(), List.of()),
            bookedAt);
  }

  private Map<HoldId, Instant> bookHolds(List<HoldRecord> locked) {
    if (locked.isEmpty()) {
      return Map.of();
    }
    Map<HoldId, Instant> booked = holds.book(locked.stream().map(HoldRecord::holdId).toList());
    if (booked.size() != locked.size()) {
      throw new IllegalStateException("of the locked holds " + locked + " only " + booked);
    }
    return booked;
  }

  private Booked bookSeats(List<HoldRecord> ofShow, Map<HoldId, List<SeatId>> seatsOf) {
    ShowId showId = ofShow.getFirst().showId();
    List<SeatToBook> toBook =
        ofShow.stream()
            .flatMap(
                hold ->
                    seatsOf.getOrDefault(hold.holdId(), List.of()).stream()
                        .map(seat -> new SeatToBook(seat, hold.holdId(), payer(hold))))
            .toList();
    List<SeatsChanged.Change> changes = seats.book(showId, toBook);
    int expected = ofShow.stream().mapToInt(HoldRecord::seatCount).sum();
    if (changes.size() != expected) {
      throw new IllegalStateException(
          "show " + showId + ": " + changes.size() + " of " + expected + " seats: " + toBook);
    }
    return new Booked(
        showId,
        toBook.stream().collect(Collectors.toMap(SeatToBook::seatId, SeatToBook::holdId)),
        changes);
  }

  private static BookingId payer(HoldRecord paying) {
    return Objects.requireNonNull(paying.bookingId());
  }
}
