package dev.boxoffice.system.race.history;

import java.util.List;
import java.util.Map;

/**
 * All that is known of one show's sale: the clients' log, and what is on record.
 *
 * @param limit seats a buyer may have
 * @param buyerCounts seats a buyer has by the count that guards the limit
 * @param shown counts as they were shown, when nothing moved any more
 */
public record History(
    int limit,
    List<Operation> operations,
    List<SeatEvent> events,
    List<SeatRecord> seats,
    List<HoldRecord> holds,
    Map<String, Integer> buyerCounts,
    List<BookingRecord> bookings,
    List<Account> accounts,
    List<Ticket> tickets,
    List<Shown> shown) {

  public History {
    operations = List.copyOf(operations);
    events = List.copyOf(events);
    seats = List.copyOf(seats);
    holds = List.copyOf(holds);
    buyerCounts = Map.copyOf(buyerCounts);
    bookings = List.copyOf(bookings);
    accounts = List.copyOf(accounts);
    tickets = List.copyOf(tickets);
    shown = List.copyOf(shown);
  }
}
