package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** I8. The tickets that open the door are those of the confirmed bookings' seats, one each. */
final class OneTicketASeat implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    List<Ticket> surplus = new ArrayList<>(history.tickets());
    List<Ticket> missing =
        history.bookings().stream()
            .filter(booking -> booking.status() == BookingRecord.Status.CONFIRMED)
            .flatMap(
                booking ->
                    booking.seatIds().stream().map(seat -> new Ticket(booking.bookingId(), seat)))
            .filter(ticket -> !surplus.remove(ticket))
            .sorted(Comparator.comparing(Ticket::toString))
            .toList();
    return Stream.concat(
        missing.stream().map(ticket -> new Violation(Invariant.I8, "missing: " + ticket)),
        surplus.stream().map(ticket -> new Violation(Invariant.I8, "too many: " + ticket)));
  }
}
