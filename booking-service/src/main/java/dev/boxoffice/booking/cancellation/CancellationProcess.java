package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.booking.Bookings;
import dev.boxoffice.booking.process.Progress;
import dev.boxoffice.booking.process.RecordedProcess;
import dev.boxoffice.booking.process.WorkKind;
import dev.boxoffice.booking.seats.SeatClient;
import dev.boxoffice.booking.tickets.RevokeAnswer;
import dev.boxoffice.booking.tickets.TicketClient;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Giving seats back, from the recorded step to the end: have the tickets revoked (which may be
 * refused), make it a fact, put the seats back on sale. The refund is paid by a process of its own.
 */
@Component
class CancellationProcess implements RecordedProcess {

  private static final int STEPS_MAX = 4;
  private static final String REASON = "cancelled";

  private final CancellationLedger cancellations;
  private final RecordCancellation record;
  private final Bookings bookings;
  private final TicketClient tickets;
  private final SeatClient seats;

  CancellationProcess(
      CancellationLedger cancellations,
      RecordCancellation record,
      Bookings bookings,
      TicketClient tickets,
      SeatClient seats) {
    this.cancellations = cancellations;
    this.record = record;
    this.bookings = bookings;
    this.tickets = tickets;
    this.seats = seats;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.CANCELLATION;
  }

  @Override
  public Progress advance(UUID key) {
    var id = new CancellationId(key);
    for (int steps = 0; steps < STEPS_MAX; steps++) {
      var cancellation = Objects.requireNonNull(cancellations.find(id));
      boolean recorded =
          switch (cancellation.step()) {
            case REVOKE -> revoke(cancellation);
            case RETURN -> giveBack(cancellation);
            case DONE, REFUSED -> true;
          };
      if (!recorded) {
        return new Progress.Overtaken();
      }
      if (cancellation.step() == CancellationStep.DONE
          || cancellation.step() == CancellationStep.REFUSED) {
        record.end(id);
        return new Progress.Ended();
      }
    }
    throw new IllegalStateException("Cancellation " + id + " comes to no end");
  }

  private boolean revoke(Cancellation cancellation) {
    var reason = Objects.requireNonNullElse(cancellation.reason(), REASON);
    return switch (cancellation.cause()) {
      case BUYER ->
          switch (tickets.revoke(cancellation.bookingId(), cancellation.seatIds(), reason)) {
            case RevokeAnswer.Revoked() -> record.settle(cancellation);
            case RevokeAnswer.CheckedIn() -> record.refuse(cancellation);
          };
      case SHOW -> {
        // Whoever was let in before the show was called off gets the money back all the same.
        tickets.revokeEvenIfEntered(cancellation.bookingId(), cancellation.seatIds(), reason);
        yield record.settle(cancellation);
      }
    };
  }

  private boolean giveBack(Cancellation cancellation) {
    var booking = Objects.requireNonNull(bookings.find(cancellation.bookingId()));
    seats.giveBack(booking.holdId(), booking.id(), cancellation.seatIds());
    return record.returned(cancellation);
  }
}
